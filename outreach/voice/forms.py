"""How the user wants to be written for, item by item, and which item to go back on."""

from typing import Any

from django import forms

from outreach.voice.models import VoiceChoice

ITEMS = {
    "greeting": "Greeting",
    "sign_off": "Sign-off",
    "tone": "Tone",
    "words": "Length in words",
    "contractions": "Short forms",
}


class VoiceForm(forms.ModelForm):
    """One field for each item; an empty one goes by what was learned."""

    class Meta:
        model = VoiceChoice
        fields = tuple(ITEMS)
        labels = ITEMS
        help_texts = {
            "greeting": "The words before the name.",
            "sign_off": "The words above your name, where a message ends with one.",
            "words": "From 20 to 300. A note is always as short as LinkedIn wants it.",
        }

    def __init__(self, *args: Any, learned: dict[str, str], **kwargs: Any) -> None:
        """`learned` has what an item is while its field is empty, as the page says it."""
        super().__init__(*args, **kwargs)
        for name in ("greeting", "sign_off", "words"):
            self.fields[name].widget.attrs["placeholder"] = learned.get(name, "")
        for name in ("tone", "contractions"):
            said = f"As learned: {learned[name]}" if name in learned else "As usual"
            field = self.fields[name]
            field.choices = [("", said), *field.choices[1:]]  # type: ignore[attr-defined]

    def clean_sign_off(self) -> str:
        """The comma that stands after it in a letter is no part of it."""
        sign_off: str = self.cleaned_data["sign_off"]
        return sign_off.rstrip(" ,")


class ItemForm(forms.Form):
    """Which item goes back to what was learned."""

    item = forms.ChoiceField(choices=tuple(ITEMS.items()))
