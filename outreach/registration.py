"""What outreach adds to the floors below: places to go, and its part of a contact's page."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from contacts.changes import register_closer, register_follower
from contacts.models import Contact
from contacts.people import page
from contacts.people.page import ContactAction, ContactPanel, HistoryEntry
from crm.accounts.models import User
from crm.profile.models import Profile
from crm.profile.sections import ProfileSection, register_section
from crm.web import navigation
from crm.web.navigation import Destination
from crm.web.time import today
from outreach.actions.models import Action
from outreach.facts.collecting import facts_about
from outreach.facts.models import AddedFact
from outreach.followups.meetings import settle_by_meeting
from outreach.followups.models import FollowUp
from outreach.followups.planner import plan_these
from outreach.followups.wording import why_now
from outreach.messages.locks import takes_request
from outreach.reminders import registration as reminders
from outreach.rules.section import my_rules
from outreach.tailoring import Fact
from outreach.voice.section import how_you_write

LATEST_ACTIONS = 3


def _add_places() -> None:
    navigation.register(
        Destination(
            label="Today",
            url_name="outreach:today",
            icon="sun",
            under="/",
            position=10,
            count=_due_today,
        )
    )
    for label, url_name, icon, under, position in (
        ("Outreach", "outreach:messages", "send", "/messages/", 40),
        ("Follow-ups", "outreach:follow-ups", "clock", "/follow-ups/", 45),
    ):
        navigation.register(
            Destination(label=label, url_name=url_name, icon=icon, under=under, position=position)
        )


def _add_to_the_page_of_a_contact() -> None:
    page.register_history(_messages)
    page.register_history(_plans)
    page.register_action(
        ContactAction(
            label="Write to {given_name}",
            url_name="outreach:message-compose",
            position=20,
            is_primary=True,
        )
    )
    page.register_action(
        ContactAction(
            label="I already sent the default one",
            url_name="outreach:default-send",
            position=30,
            method="post",
            is_for=takes_request,
        )
    )
    page.register_action(
        ContactAction(label="Note a follow-up", url_name="outreach:follow-up-add", position=40)
    )
    for template, context, position in (
        ("outreach/_added_facts.html", _added, 45),
        ("outreach/_private_facts.html", _private, 50),
    ):
        page.register_panel(ContactPanel(template=template, context=context, position=position))
    page.register_panel(
        ContactPanel(template="outreach/_latest_actions.html", context=_latest, position=90)
    )


def _add_to_the_profile() -> None:
    register_section(
        ProfileSection(template="outreach/voice/section.html", context=how_you_write, position=10)
    )
    register_section(
        ProfileSection(template="outreach/rules/section.html", context=my_rules, position=20)
    )


def _due_today(user: User) -> int:
    return FollowUp.objects.for_user(user).due(today()).count()


def _messages(contact: Contact) -> Iterator[HistoryEntry]:
    for message in contact.messages.all():
        yield HistoryEntry(
            when=message.happened_at,
            template="outreach/_history_message.html",
            row=message,
            is_plan=message.is_draft,
        )


def _plans(contact: Contact) -> Iterator[HistoryEntry]:
    owed = FollowUp.objects.open().filter(contact=contact)
    for follow_up in owed.select_related("message__contact", "promise"):
        yield HistoryEntry(
            when=datetime.combine(follow_up.due_on, time(), tzinfo=UTC),
            template="outreach/_history_follow_up.html",
            row={
                "follow_up": follow_up,
                "why": why_now(follow_up, today()),
                "is_late": follow_up.days_late(today()) > 0,
            },
            is_plan=True,
        )


def _added(contact: Contact) -> list[AddedFact] | None:
    """What the user told while writing to them."""
    return list(contact.added_facts.all()) or None


def _private(contact: Contact) -> list[Fact] | None:
    """The facts that no draft may use."""
    if not contact.private_facts.exists():
        return None
    profile = Profile.objects.of(contact.owner)
    known = facts_about([contact], profile=profile)[contact.pk]
    return [fact for fact in known if fact.private] or None


def _latest(contact: Contact) -> list[Action] | None:
    """What was recorded last. Taking back what was overtaken since is refused in words."""
    actions = Action.objects.filter(contact=contact, undone_at=None)
    return list(actions[:LATEST_ACTIONS]) or None


register_follower(plan_these)
register_closer(settle_by_meeting)
_add_places()
_add_to_the_page_of_a_contact()
_add_to_the_profile()
reminders.register()
