"""The ground: settings, URLs, the Celery app, the signed-in person, web plumbing."""

from crm.celery import app as celery_app

__all__ = ["celery_app"]
