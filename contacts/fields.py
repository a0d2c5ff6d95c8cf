"""Form fields that turn what people type into values, and say in words when they cannot."""

import re
import unicodedata
import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from contacts.people.linkedin import NotAProfile, profile_slug
from contacts.people.models import ContactPoint
from contacts.people.search import fold
from crm.owned import uuid7
from crm.web.time import today, validate_not_future, validate_reasonable

_PHONE = re.compile(r"\+?[\d\s()./-]{3,40}(?:\s*(?:ext\.?|x|#)\s*\d{1,8})?", re.IGNORECASE)
_LEADING_TO = re.compile(r"^to\s+(?=\S)", re.IGNORECASE)
_is_web_address = URLValidator(schemes=["http", "https"])
POINT_LENGTH = 500  # characters, as the column
MOST_POINTS = 50  # of one kind
MOST_TAGS = 30
TAG_LENGTH = 50  # characters, as the column


class LineField(forms.CharField):
    """Text on one line: line breaks and runs of blanks become one blank."""

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class DeedField(LineField):
    """What somebody promised to do. It follows a label that ends in "to", so a "to" goes."""

    def to_python(self, value: Any) -> str:
        return without_to(super().to_python(value))


def without_to(deed: str) -> str:
    """A deed as it continues "I promised to": without a "to" of its own."""
    return _LEADING_TO.sub("", deed)


class ProfileField(forms.CharField):
    """A LinkedIn profile, as an address or a slug. Cleans to the slug, or None when left empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=500, required=False, **options)

    def clean(self, value: Any) -> str | None:
        text = super().clean(value)
        try:
            return profile_slug(text) if text else None
        except NotAProfile as error:
            raise ValidationError(
                "This is not a LinkedIn profile. It looks like linkedin.com/in/grace-hopper."
            ) from error


class DayField(forms.DateField):
    """A date between 1900 and 2200; with `past`, not after today."""

    def __init__(self, *, past: bool = False, **options: Any) -> None:
        self.past = past
        validators = [validate_reasonable, *([validate_not_future] if past else [])]
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        messages = {"invalid": "This is not a date. Write it like 2026-05-14."}
        super().__init__(widget=widget, validators=validators, error_messages=messages, **options)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        if self.past:
            self.widget.attrs["max"] = today().isoformat()
        return super().get_bound_field(form, field_name)


class NewIdField(forms.UUIDField):
    """The id that the row to be made will take: a form sent twice then makes one row, not two.

    Nobody types it, so nonsense in it is no mistake to report: it cleans to a fresh id.
    """

    def __init__(self) -> None:
        super().__init__(required=False, initial=uuid7, widget=forms.HiddenInput)

    def clean(self, value: Any) -> uuid.UUID:
        try:
            return super().clean(value) or uuid7()
        except ValidationError:
            return uuid7()


class LinesField(forms.CharField):
    """One value a line. Cleans to a list without blanks and doubles; a wrong line is named."""

    def __init__(self, *, read: Callable[[str], str], wanted: str, **options: Any) -> None:
        self.read, self.wanted = read, wanted
        widget = forms.Textarea(attrs={"rows": 2})
        super().__init__(max_length=30_000, required=False, widget=widget, **options)

    def clean(self, value: Any) -> list[str]:
        lines = enumerate(super().clean(value).splitlines(), start=1)
        found: dict[str, str] = {}
        wrong: list[str] = []
        for number, line in lines:
            if not (text := " ".join(line.split())):
                continue
            try:
                known = self.read(text)
                found.setdefault(known.casefold(), known)
            except ValidationError:
                wrong.append(f"Line {number}: “{_shortened(text)}” is not {self.wanted}.")
        if len(found) > MOST_POINTS:
            wrong.append(f"These are {len(found)} lines. Keep the {MOST_POINTS} best.")
        if wrong:
            raise ValidationError(wrong[:10])
        return list(found.values())

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value


class TagsField(forms.CharField):
    """Tags with commas between them. Cleans to a list without doubles."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=2000, required=False, **options)

    def clean(self, value: Any) -> list[str]:
        typed = (" ".join(tag.split()) for tag in super().clean(value).split(","))
        tags = {fold(tag): tag for tag in typed if tag}
        for tag in tags.values():
            if len(tag) > TAG_LENGTH:
                raise ValidationError(
                    f"“{_shortened(tag)}” is too long for a tag. "
                    f"Use at most {TAG_LENGTH} characters, and commas between tags."
                )
        if len(tags) > MOST_TAGS:
            raise ValidationError(f"These are {len(tags)} tags. Keep the {MOST_TAGS} best.")
        return list(tags.values())

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value


def read_email(text: str) -> str:
    """The address as typed. Raises ValidationError."""
    validate_email(text)
    return text


def read_phone(text: str) -> str:
    """The number as typed, with plain digits. Raises ValidationError."""
    plain = unicodedata.normalize("NFKC", text)
    if not _PHONE.fullmatch(plain) or sum(letter.isdigit() for letter in plain) < 3:
        raise ValidationError("not a number")
    return plain


def read_link(text: str) -> str:
    """A web address, with https:// added where it is missing. Raises ValidationError."""
    address = text if "://" in text else f"https://{text}"
    _is_web_address(address)
    # "mailto:a@b.example" would pass as a user and a password.
    if len(address) > POINT_LENGTH or urlsplit(address).username is not None:
        raise ValidationError("not a link")
    return address


READERS = {
    ContactPoint.Kind.EMAIL: read_email,
    ContactPoint.Kind.PHONE: read_phone,
    ContactPoint.Kind.URL: read_link,
}


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
