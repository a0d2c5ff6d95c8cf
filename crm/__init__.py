"""The ground: settings, URLs, the Celery app, the signed-in person, web plumbing."""

import gc

from crm.celery import app as celery_app

# Models, forms and templates are many objects that stay. With Python's own threshold of 700 new
# ones they are looked through again and again: a tenth of the time of starting, and of each page.
gc.set_threshold(50_000, 20, 20)

__all__ = ["celery_app"]
