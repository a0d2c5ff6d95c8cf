"""The whole map. The two upper floors are named as strings only."""

from django.urls import include, path

from crm.accounts import views as accounts
from crm.profile import views as profile
from crm.web import health

crm_patterns = (
    [
        path("profile/", profile.profile, name="profile"),
        path("profile/time-zone/", profile.time_zone, name="time-zone"),
        path("setup/<str:token>/", accounts.setup, name="setup"),
        path("healthz", health.healthz, name="healthz"),
        path("readyz", health.readyz, name="readyz"),
    ],
    "crm",
)

urlpatterns = [
    path("", include(crm_patterns)),
    path("accounts/", include("crm.accounts.urls")),
    path("", include("contacts.urls")),
    path("", include("outreach.urls")),
]
