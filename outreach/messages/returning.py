"""Back to the letter after something beside it has changed, with nothing lost that was typed."""

from urllib.parse import urlencode

from django.http import HttpResponseRedirect, QueryDict
from django.urls import reverse

from contacts.fields import NewIdField
from contacts.models import Contact
from crm.profile.models import Profile
from crm.web.http import CrmRequest
from outreach.drafting import Purpose
from outreach.messages import services
from outreach.messages.forms import MessageForm, OccasionForm
from outreach.messages.models import Message
from outreach.messages.occasions import first_occasion

OCCASION = {"channel", "purpose", "follow_up"}  # what an address that just opens compose names


def compose_address(request: CrmRequest, contact: Contact, *, variant: str = "") -> str:
    """The compose page for the same occasion, the same facts and the same draft as the form came
    from."""
    return f"{_compose(contact)}?{_query(request, contact, variant=variant)}".removesuffix("?")


def saved_draft(asked: QueryDict, contact: Contact, profile: Profile) -> Message | None:
    """The draft that was saved for what the address asks; None where it asks for another one, by
    its wording, tone or facts. Where it asks for nothing, what has to be put right goes first."""
    form = OccasionForm(asked, contact=contact)
    if asked.keys() - OCCASION or not form.is_valid():
        return None
    drafts = contact.messages.drafts()
    for field in ("channel", "purpose"):
        if wanted := form.cleaned_data[field]:
            drafts = drafts.filter(**{field: wanted})
    if follow_up := form.cleaned_data["follow_up"]:
        drafts = drafts.filter(answers=follow_up)
    saved = drafts.first()
    if saved and not asked and first_occasion(contact, profile).purpose is Purpose.REPAIR:
        return drafts.filter(purpose=Purpose.REPAIR).first()
    return saved


def letter_beside(request: CrmRequest, contact: Contact) -> MessageForm | None:
    """The letter as it came along with something else; None when there was none yet."""
    if not request.POST.get("body", "").strip():
        return None
    return MessageForm.of(request.POST, contact=contact)


def letter_to_mend(request: CrmRequest, contact: Contact) -> MessageForm | None:
    """The letter that came along, if it cannot be kept as a draft: too long, say."""
    letter = letter_beside(request, contact)
    return letter if letter and not letter.is_valid() else None


def keep_what_was_typed(request: CrmRequest, contact: Contact) -> Message | None:
    """Save the letter as a draft if it is no longer as it was drafted. Raises Stale."""
    typed, drafted = (_plain(request.POST.get(name, "")) for name in ("body", "drafted"))
    if not typed or typed == drafted:
        return None
    form = MessageForm.of(request.POST, contact=contact)
    if not form.is_valid():
        return None
    message: Message = form.instance
    services.keep_draft(message)
    return message


def back_to_letter(
    request: CrmRequest, contact: Contact, *, also: str = ""
) -> HttpResponseRedirect:
    """To a fresh draft for the same occasion, which may use the fact `also`, too; or to the letter
    as it was typed. Raises Stale."""
    typed = keep_what_was_typed(request, contact)
    page = typed.get_absolute_url() if typed else _compose(contact)
    return HttpResponseRedirect(f"{page}?{_query(request, contact, also=also)}".removesuffix("?"))


def _compose(contact: Contact) -> str:
    return reverse("outreach:message-compose", args=[contact.pk])


def _query(request: CrmRequest, contact: Contact, *, variant: str = "", also: str = "") -> str:
    asked = OccasionForm(request.POST, contact=contact)
    if not asked.is_valid():
        return ""
    follow_up = asked.cleaned_data["follow_up"]
    kept = [(name, asked.cleaned_data[name]) for name in ("channel", "purpose", "tone")]
    kept += [("follow_up", follow_up.pk if follow_up else ""), ("variant", variant)]
    kept += [("letter_id", _draft_of(request, contact))]
    if "facts" in request.POST:
        chosen = [*request.POST.getlist("fact"), also]
        kept += [("facts", "chosen"), *(("fact", one) for one in chosen)]
    return urlencode([(name, value) for name, value in kept if value])


def _draft_of(request: CrmRequest, contact: Contact) -> str:
    """The id of the draft that the page is about, once it is kept."""
    letter_id = NewIdField().clean(request.POST.get("letter_id"))
    return str(letter_id) if contact.messages.drafts().filter(pk=letter_id).exists() else ""


def _plain(text: str) -> str:
    """Without the difference between the line ends of a browser and ours."""
    return "\n".join(text.strip().splitlines())
