"""Whom the user knows, and how to reach them."""

import uuid
from functools import lru_cache
from typing import Self
from urllib.parse import quote

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from nameparser import HumanName
from nameparser.config import Constants

from contacts.people.birthday import validate_birthday
from contacts.people.search import FoldedField, fold, fold_name, untitled
from crm.owned import OwnedModel, OwnedQuerySet
from crm.profile.background import PARTS, Background, Part
from crm.profile.naming import names_employer

_NAMES = Constants()
_NAMES.titles.add("revd", "cllr", "mx")  # "Revd Ann Lee" is Ann
# "María José Etxeberria Luna" is María José; with fewer names one cannot tell.
_OFTEN_IN_PAIRS = frozenset(
    "ana carlos jean joão jose josé juan luis luz maria marie maría".split()
)
_WITH_TWO_FAMILIES = 3  # names after the first
# There the family stands first, and one is called by the last name. Written with their marks, so
# that nobody else's is taken for one.
_VIETNAMESE_FAMILIES = frozenset(
    "Bùi Cao Châu Dương Đào Đặng Đinh Đoàn Đỗ Hoàng Hồ Huỳnh Lê Lý Mạc Ngô Nguyễn Phạm Phùng Quách "
    "Tạ Thái Tô Tôn Trần Triệu Trịnh Trương Võ Vũ Vương".split()
)


@lru_cache(maxsize=4096)
def _given_name(name: str) -> str:
    """Kept, for taking a name apart takes as long as drafting to it, and one mail asks often."""
    parsed = HumanName(name, constants=_NAMES)
    first, *more = str(parsed).removeprefix(parsed.title).split() or [name]
    if first in _VIETNAMESE_FAMILIES and more:
        return more[-1]
    if first.casefold() in _OFTEN_IN_PAIRS and len(more) >= _WITH_TWO_FAMILIES:
        return f"{first} {more[0]}"
    return parsed.first or name


class TagQuerySet(OwnedQuerySet["Tag"]):
    def in_use(self) -> Self:
        """Tags that some contact has."""
        return self.filter(contacts__isnull=False).distinct()


class Tag(OwnedModel):
    """A word of the user's own for a group of contacts."""

    name = models.CharField(max_length=50)
    folded_name = FoldedField()

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "folded_name"],
                name="tag_once_per_owner",
                violation_error_message="You already have this tag.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ContactQuerySet(OwnedQuerySet["Contact"]):
    def active(self) -> Self:
        return self.filter(archived_at=None)

    def archived(self) -> Self:
        return self.exclude(archived_at=None)

    def named(self, name: str) -> Self:
        """Contacts of exactly this name, whatever the capitals and accents."""
        return self.filter(folded_name=fold_name(name))

    def called(self, name: str) -> "list[Contact]":
        """Contacts of this name, with titles or without; of exactly this one if there are."""
        plain = untitled(name)
        return list(self.named(name)) or [
            contact for contact in self.alike(plain) if untitled(contact.name) == plain
        ]

    def alike(self, name: str) -> Self:
        """Contacts whose name holds every word of `name`, as it may be while it is typed."""
        found = self
        for word in fold(name).split():
            found = found.filter(folded_name__contains=word)
        return found

    def search(self, text: str) -> Self:
        """Contacts that hold every word of `text`, wherever `refresh_search_text` looks."""
        found = self
        for word in fold(text).split():
            found = found.filter(search_text__contains=word)
        return found


class Contact(Background, OwnedModel):
    """A person the user knows or wants to know."""

    name = models.CharField(max_length=200)
    pronouns = models.CharField(max_length=40, blank=True)
    headline = models.CharField("position", max_length=200, blank=True)
    company = models.CharField(max_length=200, blank=True)
    location = models.CharField(max_length=200, blank=True)
    notes = models.TextField(blank=True)
    # The join key with everything LinkedIn exports; None, not "", so that many may have none.
    linkedin_slug = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001
    tags = models.ManyToManyField(Tag, blank=True, related_name="contacts")
    # "1985-06-12", or "--06-12" where the year is unknown.
    birthday = models.CharField(max_length=10, blank=True, validators=[validate_birthday])
    # After so many days without a word it is time to be in touch again; None: no wish to.
    cadence_days = models.PositiveSmallIntegerField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)
    folded_name = FoldedField()
    # Kept by `refresh_search_text`: SQLite folds only ASCII, so Python folds for both databases.
    search_text = models.TextField(blank=True, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ("folded_name", "id")
        indexes = [models.Index(fields=["owner", "folded_name", "id"], name="contact_in_order")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "linkedin_slug"],
                name="linkedin_slug_once_per_owner",
                violation_error_message="You already have a contact with this LinkedIn profile.",
            ),
            models.CheckConstraint(
                condition=~models.Q(linkedin_slug=""), name="linkedin_slug_not_empty"
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="contact_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(cadence_days=None) | models.Q(cadence_days__gte=1),
                name="contact_cadence_is_days",
                violation_error_message="Choose how often, or “not regularly”.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("contacts:contact", args=[self.pk])

    @property
    def position(self) -> str:
        """What they do, as one phrase: “Head of Platform at Kestrel”. A headline may name the
        company itself: “Platform @ Kestrel”."""
        if self.headline and self.company and not names_employer(self.headline, self.company):
            return f"{self.headline} at {self.company}"
        return self.headline or self.company

    @property
    def introduced_as(self) -> str:
        """Name and position, enough to tell two people of one name apart."""
        return f"{self.name}, {self.position}" if self.position else self.name

    @property
    def given_name(self) -> str:
        """What to call them: “Grace” for “Dr. Grace Hopper”; else the whole name."""
        return _given_name(self.name)

    @property
    def initials(self) -> str:
        words = [word for word in self.name.split() if word[0].isalnum()]
        named = untitled(self.name).split()
        first = next((n for n, word in enumerate(words) if fold(word) == named[0]), 0)
        words = words[first : first + len(named)]
        return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))

    @property
    def linkedin_url(self) -> str:
        slug = self.linkedin_slug
        return f"https://www.linkedin.com/in/{quote(slug)}/" if slug else ""

    def entries(self, part: Part) -> list[str]:
        """Where they work is an employer, and where they are a place, without saying so twice."""
        also = {"employers": self.company, "places": self.location}.get(part, "")
        return [*super().entries(part), *([also] if also else [])]

    @property
    def background(self) -> dict[str, list[str]]:
        """What was recorded of where they have been, by its name; what is empty left out."""
        return {part: getattr(self, part) for part in PARTS if getattr(self, part)}

    def refresh_search_text(self) -> None:
        """Fold all that search looks through, from the rows as they are now. Does not save."""
        said = [self.name, self.headline, self.company, self.location, self.notes]
        said.append(self.linkedin_slug or "")
        said.extend(entry for entries in self.background.values() for entry in entries)
        said.extend(point.value for point in self.points.all())
        said.extend(tag.name for tag in self.tags.all())
        for meeting in self.meetings.select_related("event"):
            said += [str(meeting), meeting.place, meeting.talked_about, meeting.detail]
            said.append(meeting.notes)
        said.extend(promise.text for promise in self.promises.all())
        self.search_text = fold("\n".join(filter(None, said)))


class ContactPoint(OwnedModel):
    """One way to reach a contact. Two may share one: a couple, a front desk."""

    class Kind(models.TextChoices):
        EMAIL = "email", "E-mail"
        PHONE = "phone", "Phone"
        URL = "url", "Link"

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="points")
    contact_id: uuid.UUID
    kind = models.CharField(max_length=5, choices=Kind)
    value = models.CharField(max_length=500)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("kind", "id")
        constraints = [
            models.UniqueConstraint(
                "contact",
                "kind",
                Lower("value"),
                name="contact_point_once_per_contact",
                violation_error_message="This contact already has it.",
            )
        ]

    def __str__(self) -> str:
        return self.value

    @property
    def href(self) -> str:
        """What a click on it opens. Only links the form let in: http and https."""
        prefix = {self.Kind.EMAIL: "mailto:", self.Kind.PHONE: "tel:"}
        return prefix.get(self.Kind(self.kind), "") + self.value.replace(" ", "")
