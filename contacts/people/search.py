"""Folding text so that search finds “Jose” for “José” on both databases."""

import unicodedata


def fold(text: str) -> str:
    """Lower-case without accents, blanks reduced to one. What is stored and what is asked for."""
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())
