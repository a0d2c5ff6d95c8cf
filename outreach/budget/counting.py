"""How many notes are left this month."""

from dataclasses import dataclass
from datetime import date, timedelta

from crm.profile.models import Profile
from crm.web.time import at_hour
from outreach.budget.models import NoteAllowance
from outreach.messages.models import Message


@dataclass(frozen=True, slots=True)
class Budget:
    """The notes of one calendar month, named by its first day. `allowed` None: any number."""

    month: date
    used: int
    allowed: int | None

    @property
    def left(self) -> int | None:
        """How many can still be written; None for any number, 0 also when more were written."""
        return None if self.allowed is None else max(0, self.allowed - self.used)

    @property
    def next_month(self) -> date:
        """When the notes are counted from the beginning again."""
        return month_after(self.month)


def budget_on(day: date, profile: Profile) -> Budget:
    """The budget of this user for the month of `day`, by the user's own clock."""
    month = day.replace(day=1)
    used = Message.objects.filter(
        owner=profile.owner_id,
        sent_at__gte=at_hour(month, 0, profile.zone),
        sent_at__lt=at_hour(month_after(month), 0, profile.zone),
    ).with_a_note()
    if profile.linkedin_plan == Profile.Plan.PREMIUM:
        return Budget(month, used.count(), None)
    allowance = NoteAllowance.objects.of(profile.owner)
    return Budget(month, used.count(), allowance.notes_a_month)


def month_after(month: date) -> date:
    """The first day of the month that follows the one that `month` is the first day of."""
    return (month + timedelta(days=32)).replace(day=1)
