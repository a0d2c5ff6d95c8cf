"""The LinkedIn slug: the part of a profile's address that tells one member from another."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

_SLUG = re.compile(r"[\w%~.-]{2,200}", re.UNICODE)
_BARE_SLUG = re.compile(r"@?[\w%~-]+", re.UNICODE)  # no dot: "linkedin.com" is no slug
_PROFILE = re.compile(r"/(?:in|pub)/([^/]+)")


class NotAProfile(ValueError):
    """The text names no LinkedIn profile."""


def profile_slug(text: str) -> str:
    """The slug in `text`: a profile address as copied from anywhere, or the slug itself.

    Slugs are compared percent-decoded, in lower case, without query or trailing slash, since
    exports and browsers differ in all three. Raises NotAProfile.
    """
    text = text.strip()
    if "/" not in text:
        if not _BARE_SLUG.fullmatch(text):
            raise NotAProfile
        candidate = text.removeprefix("@")
    else:
        address = text if "://" in text else f"https://{text}"
        try:
            parts = urlsplit(address)
        except ValueError as error:
            raise NotAProfile from error
        host = (parts.hostname or "").lower()
        found = _PROFILE.match(parts.path)
        if not (host == "linkedin.com" or host.endswith(".linkedin.com")) or not found:
            raise NotAProfile
        candidate = found[1]
    slug = unicodedata.normalize("NFC", unquote(candidate)).lower()
    if not _SLUG.fullmatch(slug) or "@" in slug:
        raise NotAProfile
    return slug
