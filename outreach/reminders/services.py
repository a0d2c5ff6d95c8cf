"""What a person does about their reminders."""

from datetime import datetime

from django.db.models.functions import Now

from crm.accounts.models import User
from outreach.reminders.models import Delivery
from outreach.reminders.timing import ReminderSettings


def send_test(user: User, *, now: datetime) -> None:
    """Schedule a test mail; the next tick takes it. Asked twice within a minute, one goes."""
    test = Delivery(
        owner=user,
        key=f"test:{user.pk}:{now:%Y-%m-%dT%H:%M}:email",
        kind=Delivery.Kind.TEST,
        recipient=user.email,
        due_at=now,
        try_at=Now(),
    )
    Delivery.objects.bulk_create([test], ignore_conflicts=True)


def stop(user: User) -> None:
    """Mail this user no more. What is due stays due."""
    ReminderSettings.objects.update_or_create(owner=user, defaults={"is_on": False})
