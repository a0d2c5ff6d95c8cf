from django.urls import path

from outreach.rules import views

urlpatterns = [
    path("profile/rules/", views.rule_list, name="rules"),
    path("profile/rules/new/", views.rule_add, name="rule-add"),
    path("profile/rules/<uuid:pk>/", views.rule_edit, name="rule"),
    path("profile/rules/<uuid:pk>/remove/", views.rule_remove, name="rule-remove"),
    path("profile/rules/<uuid:pk>/bring-back/", views.rule_bring_back, name="rule-bring-back"),
]
