from django.urls import path

from outreach.voice import views

urlpatterns = [
    path("profile/voice/", views.voice, name="voice"),
    path("profile/voice/reset/", views.voice_reset, name="voice-reset"),
]
