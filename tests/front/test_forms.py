"""Every form says what it wants and what is wrong at the field itself."""

import pytest
from django import forms
from pytest_django.asserts import assertInHTML


class MeetingNote(forms.Form):
    name = forms.CharField(help_text="As on the badge.")
    warm = forms.BooleanField(label="We got on", required=False)
    channel = forms.ChoiceField(choices=[("mail", "E-mail")], widget=forms.RadioSelect)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("These two do not go together.")


@pytest.fixture
def refused() -> str:
    return str(MeetingNote({"name": ""}))


def test_a_field_is_described_by_its_help_and_its_error(refused):
    assert 'aria-describedby="id_name_helptext id_name_error"' in refused
    assert 'aria-invalid="true"' in refused
    assertInHTML('<div class="help" id="id_name_helptext">As on the badge.</div>', refused)
    assert 'id="id_name_error"' in refused


def test_what_is_wrong_with_the_whole_form_is_said_at_once(refused):
    assertInHTML(
        '<ul class="errorlist nonfield" role="alert"><li>These two do not go together.</li></ul>',
        refused,
    )


def test_every_field_has_a_label_and_a_group_of_choices_a_legend(refused):
    assertInHTML('<label for="id_name">Name</label>', refused)
    assertInHTML('<label for="id_warm">We got on</label>', refused)
    assertInHTML("<legend>Channel</legend>", refused)


def test_a_hidden_field_is_sent_too(refused):
    assertInHTML('<input type="hidden" name="token" id="id_token">', refused)
