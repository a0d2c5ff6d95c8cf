from django.urls import path

from outreach.budget import views

_contact = "contacts/<uuid:pk>"

urlpatterns = [
    path("messages/notes/", views.note_plan, name="note-plan"),
    path("messages/notes/allowance/", views.note_allowance, name="note-allowance"),
    path(f"{_contact}/note/give/", views.note_give, name="note-give"),
    path(f"{_contact}/note/blank/", views.note_blank, name="note-blank"),
    path(f"{_contact}/note/leave-out/", views.note_leave_out, name="note-leave-out"),
    path(f"{_contact}/note/as-planned/", views.note_as_planned, name="note-as-planned"),
    path(f"{_contact}/blank-sent/", views.blank_send, name="blank-send"),
]
