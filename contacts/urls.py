from django.urls import include, path

from contacts.events import views as events
from contacts.meetings import views as meetings
from contacts.people import views as people

app_name = "contacts"

contact_patterns = [
    path("", people.contact, name="contact"),
    path("edit/", people.edit_contact, name="contact-edit"),
    path("archive/", people.archive, name="contact-archive"),
    path("bring-back/", people.bring_back, name="contact-bring-back"),
    path("meetings/new/", meetings.create_meeting, name="meeting-add"),
]

urlpatterns = [
    path("contacts/", people.list_contacts, name="list"),
    path("contacts/new/", people.create_contact, name="contact-add"),
    path("contacts/matches/", meetings.matches, name="matches"),
    path("contacts/<uuid:pk>/", include(contact_patterns)),
    path("meetings/<uuid:pk>/edit/", meetings.edit_meeting, name="meeting-edit"),
    path("meetings/<uuid:pk>/delete/", meetings.remove_meeting, name="meeting-delete"),
    path("promises/<uuid:pk>/keep/", meetings.keep, name="promise-keep"),
    path("promises/<uuid:pk>/reopen/", meetings.reopen, name="promise-reopen"),
    path("events/", events.list_events, name="events"),
    path("events/new/", events.create_event, name="event-add"),
    path("events/<uuid:pk>/", events.event, name="event"),
    path("events/<uuid:pk>/edit/", events.edit_event, name="event-edit"),
]
