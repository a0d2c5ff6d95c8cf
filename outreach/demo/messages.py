"""What was written to whom in the demo, and what became of it. The oldest come first."""

from outreach.demo.script import Channel, Noted, Purpose, Wrote

NOTE, MESSAGE, EMAIL = Channel.LINKEDIN_NOTE, Channel.LINKEDIN_MESSAGE, Channel.EMAIL
CONNECT, FIRST, FOLLOW_UP = Purpose.CONNECT, Purpose.FIRST_MESSAGE, Purpose.FOLLOW_UP
THANK, INTERVIEW = Purpose.THANK, Purpose.INTERVIEW
BARE = ""

LONG_AGO = (
    Wrote("Dr. Henrik Søgaard", 722, NOTE, CONNECT, accepted=720),
    Wrote("Dr. Henrik Søgaard", 718, MESSAGE, FIRST, replied=716),
    Wrote("Eilidh MacAskill", 721, NOTE, CONNECT, accepted=719),
    Wrote("Eilidh MacAskill", 718, MESSAGE, FIRST, replied=715),
    Wrote("Rasmus Lindqvist", 721, NOTE, CONNECT, "Hi, let’s stay connected.", let_go=700),
    Wrote("Þórdís Einarsdóttir", 720, NOTE, CONNECT, accepted=713),
    Wrote("Þórdís Einarsdóttir", 712, MESSAGE, FIRST, replied=709),
    Wrote("Samuel Tevita Fonua", 720, NOTE, CONNECT, BARE, let_go=699),
    Wrote("Wanjiru Kamau-Reid", 719, NOTE, CONNECT, accepted=718),
    Wrote("Wanjiru Kamau-Reid", 717, MESSAGE, FIRST, replied=716),
    Wrote("Tenzin", 719, NOTE, CONNECT, "Hello, I would like to connect.", declined=711),
    Wrote("Adaeze Nwosu-Bright", 598, NOTE, CONNECT, accepted=597),
    Wrote("Adaeze Nwosu-Bright", 596, MESSAGE, FIRST, replied=594),
    Wrote("Ingrid van der Meulen", 597, NOTE, CONNECT, accepted=595),
    Wrote("Ingrid van der Meulen", 594, MESSAGE, FIRST, replied=590),
    Wrote("Chloé Vandenbroucke", 597, NOTE, CONNECT, accepted=596),
    Wrote("Chloé Vandenbroucke", 595, MESSAGE, FIRST, replied=594),
    Wrote("久保田 遥", 596, EMAIL, THANK, replied=593),
    Wrote(
        "Ludovica d’Ambrosio",
        596,
        NOTE,
        CONNECT,
        "Hi, I came across your profile and would love to connect.",
        declined=590,
    ),
    Wrote("Bao Lin Zhao", 596, NOTE, CONNECT, BARE, let_go=585),
    Wrote("Beatriz Figueiredo", 448, NOTE, CONNECT, accepted=447),
    Wrote("Beatriz Figueiredo", 446, MESSAGE, FIRST, replied=444),
    Wrote("Anneliese Brückner", 447, EMAIL, THANK, replied=445),
    Wrote(
        "Mateus de Albuquerque",
        447,
        NOTE,
        CONNECT,
        "Hi, nice to meet you. Let’s keep in touch!",
        let_go=430,
    ),
    Wrote("Amara Sesay", 447, NOTE, CONNECT, declined=440),
    Wrote("Giulia Montefiori", 446, NOTE, CONNECT, accepted=444),
    Wrote("Giulia Montefiori", 443, MESSAGE, FIRST, replied=441),
    Wrote("Meera Venkataraghavan", 446, EMAIL, THANK, replied=444),
    Wrote("Marisol Quintana Rey", 324, NOTE, CONNECT, accepted=322),
    Wrote("Marisol Quintana Rey", 321, MESSAGE, FIRST, replied=320),
    Wrote(
        "Ewa Łukasiewicz-Holm",
        323,
        NOTE,
        CONNECT,
        "Hello, I’d like to add you to my network.",
        accepted=318,
    ),
    Wrote("Ewa Łukasiewicz-Holm", 317, MESSAGE, FIRST, replied=311),
    Wrote("Teuila Faleafa", 323, NOTE, CONNECT, accepted=320),
    Wrote("Teuila Faleafa", 319, MESSAGE, FIRST, replied=315),
    Wrote("Nilufar Rashidova", 322, NOTE, CONNECT, BARE, let_go=300),
)

THIS_YEAR = (
    Wrote("Adaeze Nwosu-Bright", 210, MESSAGE, THANK, replied=208),
    Wrote("Oisín Ó Dálaigh", 210, NOTE, CONNECT, accepted=209),
    Wrote("Oisín Ó Dálaigh", 208, MESSAGE, FIRST, replied=207),
    Wrote("Linh Đặng", 210, NOTE, CONNECT, accepted=206),
    Wrote("Linh Đặng", 205, MESSAGE, FIRST, replied=203),
    Wrote(
        "Marija Kovačević",
        210,
        NOTE,
        CONNECT,
        "Hi, great connecting at the forum. Let’s stay in touch.",
        let_go=190,
    ),
    Wrote("Carlos Iván Ñahui", 209, EMAIL, THANK, replied=205),
    Wrote("Mwangaza Ilunga", 209, NOTE, CONNECT, BARE, declined=200),
    Wrote("Rohan Deshpande", 116, NOTE, CONNECT, accepted=113),
    Wrote("Rohan Deshpande", 112, MESSAGE, FIRST, replied=110),
    Wrote("Klára Szentgyörgyi", 115, NOTE, CONNECT, accepted=114),
    Wrote("Klára Szentgyörgyi", 113, MESSAGE, FIRST, replied=111),
    Wrote("Ngaio Parata", 115, NOTE, CONNECT, accepted=114),
    Wrote("Ngaio Parata", 112, MESSAGE, FIRST, replied=109),
    Wrote("Ayodele Ogunbanjo", 115, EMAIL, THANK, replied=112),
    Wrote("Олена Марчук", 115, EMAIL, THANK),
    Wrote("Олена Марчук", 107, EMAIL, FOLLOW_UP),
    Wrote(
        "Олена Марчук",
        93,
        EMAIL,
        FOLLOW_UP,
        "Hi Олена,\n\nLast week I taught your four minutes to eleven pensioners in our canteen, "
        "and ten of them stopped the bleed. How do you teach it where hardly anybody hears "
        "well?\n\nRobin",
    ),
    Wrote("백준서", 114, NOTE, CONNECT, BARE, let_go=100),
    Wrote("Hamish Drummond-Okeke", 95, NOTE, CONNECT, accepted=94),
    Wrote("Hamish Drummond-Okeke", 93, MESSAGE, FIRST, replied=92),
    Wrote("Ingrid van der Meulen", 60, EMAIL, THANK, replied=58),
    Wrote("Theodore Winslow", 57, EMAIL, THANK, replied=55),
    Wrote("Laleh Farrokhzadeh", 39, NOTE, CONNECT, accepted=38),
    Wrote("Laleh Farrokhzadeh", 37, MESSAGE, FIRST, replied=36),
    Wrote("Shabnam Qureshi", 39, EMAIL, THANK, replied=38),
)

STILL_OPEN = (
    Wrote("Petr Havránek", 45, NOTE, CONNECT, BARE, withdrawn=22, planned=True),
    Wrote("Jean-Baptiste Kouassi", 22, NOTE, CONNECT, BARE, done=8, planned=True),
    Wrote("Sukarti", 15, NOTE, CONNECT, BARE, planned=True),
    Wrote("Tomasz Wieczorek", 29, EMAIL, INTERVIEW),
    Wrote("Tomasz Wieczorek", 17, EMAIL, FOLLOW_UP),
    Wrote("Kwabena Ofori-Mensah", 8, EMAIL, INTERVIEW),
    Wrote("Rohan Deshpande", 7, MESSAGE, FOLLOW_UP),
    Wrote("Philippa Thornbury", 6, NOTE, CONNECT, accepted=2),
    Wrote("Zeynep Alkaç", 5, NOTE, CONNECT, accepted=1),
    Wrote("Farid al-Khatib", 4, NOTE, CONNECT, BARE, accepted=3, planned=True),
    Wrote(
        "Sinéad Hartigan-Patel",
        3,
        NOTE,
        CONNECT,
        "Hi, I’d like to add you to my professional network. Let’s stay in touch!",
    ),
    Wrote("Aleksi Korhonen", 3, NOTE, CONNECT),
    Wrote("Margarethe von Ahrensberg", 2, EMAIL, THANK),
    Wrote("Callum Featherstone", 1, NOTE, CONNECT, BARE),
    Wrote("Dominique Baptiste", 3, NOTE, CONNECT, is_draft=True),
    Wrote("Lindiwe Mokoena", 2, NOTE, CONNECT, is_draft=True),
    Wrote("Ruth Abramowitz-Lowe", 1, EMAIL, INTERVIEW, is_draft=True),
)

NOTES = (
    Noted("Yusuf Demirtaş", "Ask whether the second waiting room opened.", due_in=0),
    Noted("Dag Nygård", "Send him the photographs of the harbour office.", due_in=6),
)

MESSAGES = (*LONG_AGO, *THIS_YEAR, *STILL_OPEN)
