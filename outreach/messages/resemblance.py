"""Whom else a text would fit, and who got nearly the same: asked of the database each time.

Only rows that hold words of the text are read, so that a pause in typing costs a few milliseconds
however many contacts and messages there are.
"""

import re
from collections.abc import Collection, Iterable
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils import timezone

from contacts.models import Contact
from outreach.messages.models import Message
from outreach.tailoring import Outbox, SentText
from outreach.tailoring.matching import content_stems
from outreach.tailoring.names import is_named

MOST_NAMED = 5
MOST_READ = 1000  # contacts
MOST_COMPARED = 200  # messages, the latest
_TELLING_WORDS = 4
# SQLite takes no pattern of 50,000 bytes and no condition of 1,000 parts: a word of more characters
# is in nobody's record, and what a few dozen words leave over is few enough to be read.
_LONGEST_WORD = 100
_MOST_ASKED = 50
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")


class OtherContacts:
    """The contacts that the user has besides this one, as `assess` asks for them."""

    def __init__(self, contact: Contact) -> None:
        mine = Contact.objects.filter(owner=contact.owner_id).active()
        self._others = mine.exclude(pk=contact.pk)

    def fitting(
        self, stems: Iterable[str], *, recipient: str, named: Collection[str] = ()
    ) -> tuple[tuple[str, ...], int]:
        """A few names, and the number, of those in whose record all these words are found, but for
        those who are named in the text."""
        wanted = sorted(stems, key=len, reverse=True)
        holders = self._others
        for stem in wanted[:_MOST_ASKED]:
            holders = holders.filter(search_text__contains=stem)
        if not wanted and not named:
            return tuple(holders.values_list("name", flat=True)[:MOST_NAMED]), holders.count()
        read = list(holders.values_list("name", "search_text")[:MOST_READ])
        # "art" is in "party" too: the database narrows down, whole words decide.
        names = [
            name
            for name, known in read
            if content_stems(known).issuperset(wanted) and not is_named(name, named)
        ]
        count = len(names) if len(read) < MOST_READ else holders.count()
        return tuple(names[:MOST_NAMED]), count


def sent_alike(text: str, contact: Contact) -> Outbox:
    """What went out to others with a telling word of this text in it."""
    named = {word.casefold() for word in contact.name.split()}
    words = {word for word in _LONG_WORD.findall(text) if len(word) <= _LONGEST_WORD}
    found = {word for word in words if word.casefold() not in named}
    telling = sorted(found, key=lambda word: (-len(word), word))[:_TELLING_WORDS]
    if not telling:
        return Outbox(())
    has_one = reduce(or_, (Q(body__icontains=word) for word in telling))
    sent = Message.objects.said().filter(has_one, owner=contact.owner_id)
    rows = sent.exclude(contact=contact).values_list("body", "contact__name", "sent_at")
    return Outbox(
        SentText(body, name, timezone.localdate(sent_at))
        for body, name, sent_at in rows[:MOST_COMPARED]
    )
