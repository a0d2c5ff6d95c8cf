"""Where the people of the demo were met, by a short key."""

from outreach.demo.script import Happening

EVENTS = {
    "tromso": Happening("Northern Service Design Days {year}", "Tromsø", 726, days=3),
    "ward": Happening("Open Ward {year}", "Rotterdam", 601, days=2),
    "books": Happening("Harbour Book Fair {year}", "Lisbon", 452, days=4),
    "museums": Happening("Small Museums Weekend {year}", "Bristol", 327, days=2),
    "soil": Happening("Grain and Soil Forum {year}", "Nairobi", 214, days=3),
    "civic": Happening("Civic Code Camp {year}", "Kraków", 118, days=2),
    "quay": Happening("Makers’ Quay open evening", "Leeds", 41),
    "plain": Happening("Plain Services {year}", "Manchester", 5, days=2),
}
