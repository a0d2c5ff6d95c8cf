"""The sixty people of the demo. None of them exists."""

from outreach.demo.people.cities import CITIES
from outreach.demo.people.health import HEALTH
from outreach.demo.people.land import LAND
from outreach.demo.people.makers import MAKERS
from outreach.demo.people.wards import WARDS
from outreach.demo.people.words import WORDS

PEOPLE = (*WARDS, *HEALTH, *MAKERS, *LAND, *CITIES, *WORDS)
