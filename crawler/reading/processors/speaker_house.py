"""Finds the house of a speaker behind the name: "analis Budi Santoso dari Lembaga Kajian Samudra"."""

from collections.abc import Sequence

from crawler.reading.processors.sentences import REACH
from crawler.reading.processors.titles import Token, bounds, each_token, kind_at, words

Bounds = tuple[int, int]

DAYS = frozenset(
    {
        "Senin",
        "Selasa",
        "Rabu",
        "Kamis",
        "Jumat",
        "Jum'at",
        "Jum’at",
        "Sabtu",
        "Minggu",
        "Ahad",
    }
)
_HOUSES = words("house")


def house_behind(whole: str, name: Bounds, limit: int) -> Bounds | None:
    """The house behind a name: "analis Budi Santoso dari Lembaga Kajian Samudra kepada ..."; not whence one speaks."""
    if not whole.startswith(" dari ", name[1], limit):
        return None
    tokens: list[Token] = []
    for token in each_token(whole, name[1], min(limit, name[1] + REACH)):
        if tokens and (whole[tokens[-1].end : token.start] != " " or not token.text[0].isupper()):
            break
        if token.text in DAYS:
            break
        tokens.append(token)
    if len(tokens) < 2 or not _is_house(tokens[1:]):
        return None
    return bounds(tokens)


def _is_house(tokens: Sequence[Token]) -> bool:
    """An institution or unknown words in capitals, more than one; no place."""
    kind, _ = kind_at(tokens, 0)
    return kind == "acronym" or tokens[0].text.casefold() in _HOUSES or (kind == "" and len(tokens) > 1)
