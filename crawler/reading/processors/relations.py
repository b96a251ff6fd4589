"""Tells whose relative, lawyer or coach somebody is: the person named behind those words is not the one who speaks."""

from collections.abc import Sequence

from crawler.reading.processors.titles import Token, kind_of, words

TITLED = frozenset({"role", "office", "rank", "honorific"})
_RELATIVES = words("relative")
_TRAINERS = words("trainer")


def is_of_somebody(described: Sequence[Token]) -> bool:
    """Whether that person is named behind a description whose relative or lawyer speaks: "istri Bupati Sleman", "juru
    bicara Presiden".
    """
    for i, token in enumerate(described):
        if token.text.casefold() in _RELATIVES and _may_be_related(described[:i]):
            behind = next((other for other in described[i + 1 :] if kind_of(other.text) != "kin"), None)
            if behind and behind.text.casefold() != "senior" and kind_of(behind.text) in TITLED:
                return True
    return False


def ends_in_trainer(described: Sequence[Token]) -> bool:
    """Whether a coach stands last: behind the word stands the coach's name or the name of who is coached."""
    return bool(described) and described[-1].text.casefold() in _TRAINERS


def _may_be_related(before: Sequence[Token]) -> bool:
    """Whether a word of kin behind these words is one, as in "seorang teman"; not in "dokter anak" (of children)."""
    if not before or before[-1].text.casefold() in ("juru", "tim"):
        return True
    return kind_of(before[-1].text) in ("group", "function", "kin")


def is_relative(tokens: Sequence[Token]) -> bool:
    """Whether the last word says whose relative or lawyer somebody is, which is no part of a name: "Vanessa Putra"."""
    word = tokens[-1].text
    return word.casefold() in _RELATIVES and kind_of(word) == "kin" and (word[0].islower() or len(tokens) == 1)
