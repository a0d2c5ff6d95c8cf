"""What both share, found however each of them typed it."""

import pytest
from django.urls import reverse


@pytest.fixture
def url(grace) -> str:
    return reverse("outreach:message-compose", args=[grace.pk])


def texts(client, url, kind: str) -> list[str]:
    lines = client.get(url).context["composition"].facts
    return [line.fact.text for line in lines if line.fact.kind == kind]


@pytest.mark.parametrize(
    ("part", "kind", "mine", "theirs", "said"),
    [
        ("schools", "shared_school", "Université de Lyon, 2001–2004", "universite DE Lyon", True),
        ("schools", "shared_school", "University of Leeds", "Univ. of Leeds (2005)", True),
        ("schools", "shared_school", "Boston University", "Boston College", False),
        ("schools", "shared_school", "Waterloo Primary School", "University of Waterloo", False),
        (
            "schools",
            "shared_school",
            "TU Murtal PhD 2018–2021 (left)",
            "TU Murtal, PhD, 2016",
            True,
        ),
        ("schools", "shared_school", "BSc Physics, TU Murtal", "tu murtal (exchange)", True),
        ("schools", "shared_school", "St Mary's (Leeds)", "St Mary's (Bath)", False),
        ("schools", "shared_school", "Cambridge, MA", "Cambridge, 2001–2004", False),
        ("employers", "shared_employer", "Kestrel GmbH, since 2019", "Kestrel", True),
        ("employers", "shared_employer", "Pelorus internship 2017", "Pelorus, 2015–2019", True),
        ("employers", "shared_employer", "summer intern at Pelorus", "Pelorus, designer", True),
        ("employers", "shared_employer", "Pelorus Software, 2017", "Pelorus", False),
        ("employers", "shared_employer", "Project Manager Club", "Project Analyst Club", False),
        ("employers", "shared_employer", "Northwind", "", True),  # where Grace works now
        ("skills", "shared_skill", "sailing, knots", "Sailing", True),
        ("skills", "shared_skill", "C", "C++", False),
        ("places", "shared_place", "Toronto, 2010–2014", "", True),
        ("places", "shared_place", "Toronto, Canada", "", True),  # where Grace is
        ("places", "shared_place", "Paris, Texas", "Paris, France", False),
    ],
)
def test_what_both_have_is_a_fact_however_it_is_written(
    client, url, grace, ada, part, kind, mine, theirs, said
):
    profile = {"name": "Ada Byrne", "linkedin_plan": "free", "time_zone": "Europe/Berlin"}
    client.post(reverse("crm:profile"), profile | {part: mine})
    known = {"name": grace.name, "company": "Northwind", "location": "Toronto", part: theirs}
    client.post(reverse("contacts:contact-edit", args=[grace.pk]), known)

    assert bool(texts(client, url, kind)) == said


def test_a_shared_school_is_told_on_the_page_and_can_be_said(client, met, url, ada, grace):
    ada.profile.schools, grace.schools = ["Waterloo, 2009–2013"], ["University of Waterloo"]
    ada.profile.save()
    grace.save()

    page = client.get(grace.get_absolute_url()).content.decode()
    alone = ["shared:schools:waterloo", "profile:who_you_are"]
    letter = client.get(url, {"channel": "email", "facts": "chosen", "fact": alone})

    assert "You both studied at Waterloo" in page
    body = letter.context["letter"]["body"].value()
    assert "Waterloo" in body
    assert "both" in body


def test_what_both_share_is_told_by_its_name_alone(client, url, ada, grace):
    ada.profile.schools, grace.schools = ["TU Murtal PhD 2018–2021 (left)"], ["TU Murtal"]
    ada.profile.save()
    grace.save()

    page = client.get(grace.get_absolute_url()).content.decode()

    assert "You both studied at TU Murtal</div>" in page
    assert texts(client, url, "shared_school") == ["TU Murtal"]
