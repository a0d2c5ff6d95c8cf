from django.urls import path

from outreach.reminders import link_views, views

urlpatterns = [
    path("reminders/", views.reminders, name="reminders"),
    path("reminders/settings/", views.reminder_settings, name="reminder-settings"),
    path("reminders/test/", views.reminder_test, name="reminder-test"),
    path("reminders/go-on/", views.reminder_go_on, name="reminder-go-on"),
    path("reminders/go-on-without/", views.reminder_go_on_without, name="reminder-go-on-without"),
    path("reminders/link/<str:token>/", link_views.reminder_link, name="reminder-link"),
    path("reminders/stop/<str:token>/", link_views.reminder_stop, name="reminder-stop"),
    path("reminders/<uuid:pk>/", views.reminder_mail, name="reminder-mail"),
    path("reminders/<uuid:pk>/retry/", views.reminder_retry, name="reminder-retry"),
]
