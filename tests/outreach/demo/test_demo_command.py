"""`manage.py demo`: an empty instance fills up, and one in use is left alone."""

import pytest
from django.core.management import CommandError

from contacts.models import Contact
from crm.profile.models import Profile
from tests.outreach.demo.running import demo


def test_the_only_owner_gets_the_network_and_keeps_what_the_profile_says(ada):
    said = demo()

    profile = Profile.objects.of(ada)
    assert Contact.objects.for_user(ada).count() == 60
    assert "password" not in said
    assert (profile.name, profile.time_zone) == ("Ada Byrne", "Europe/Berlin")
    assert profile.who_you_are
    assert profile.looking_for


def test_an_instance_with_contacts_is_left_alone(grace):
    with pytest.raises(CommandError, match="contacts here already"):
        demo()

    assert Contact.objects.get() == grace


def test_of_several_owners_it_asks_for_one(ada, bob):
    with pytest.raises(CommandError, match="--owner"):
        demo()

    assert not Contact.objects.exists()


def test_an_owner_whom_nobody_knows_is_refused(ada):
    with pytest.raises(CommandError, match=r"nobody@example\.org"):
        demo("--owner", "nobody@example.org")
