"""Tells a speaker's name from the words that say who that is: "Menteri Sosial Budi Santoso"."""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from crawler.reading.processors.relations import TITLED, ends_in_trainer, is_of_somebody, is_relative
from crawler.reading.processors.titles import Token, bounds, is_given, is_place, kind_at, kind_of, words

_DEGREE = re.compile(
    r"(?:[SM]\.?[A-Z][A-Za-z.]{0,4}|[A-Z]\.?[A-Z]\.|Ph\.?D\.?|MBA|MM|SE|Sp\.?[A-Z.]+\w*|III?|IV|Jr\.?|Sr\.?)"
)
# Given names that always come first, and what may stand before them.
_FIRST = words("first")
_BEFORE_FIRST = words("lead")
_OF_A_CLAUSE = words("clause")
_LONGEST_NAME = 6  # words
_LONGEST_BEHIND_HOUSE = 3  # given names in a row; of more the first may name the house: "SD Budi Agus Siti"
_HOUSES = ("body", "house")  # an institution; the same behind a title
_LAWYERS = ("kuasa", "pengacara")


def is_degree(word: str) -> bool:
    """Whether a word behind a name is a degree, or tells father from son: "S.T.", "PhD", "Sp.PD.", "III"."""
    return _DEGREE.fullmatch(word) is not None


class Names(Protocol):
    """What a text knows of names."""

    def __contains__(self, word: object, /) -> bool:
        """Whether the text calls a speaker by this word: "kata Budi", "Budi mengatakan"."""

    def proper(self, word: str) -> bool:
        """Whether the word is a name, not a noun with the capital of a sentence's first word."""


class Parted(NamedTuple):
    """A phrase taken apart: from and to of the description and of the name, in characters; None where it has none.

    doubt: words stand in it that may be a name, but where it begins is not certain.
    """

    description: tuple[int, int] | None
    name: tuple[int, int] | None
    doubt: bool = False


def part(tokens: Sequence[Token], names: Names, *, speaks: bool = True) -> Parted:
    """A phrase without commas into description and name.

    The name is what stands behind the last word of description; where words unknown to us stand there that may still
    belong to the description ("Direktur Sinar Terang Budi"), it begins where the text calls its speaker so elsewhere
    ("kata Budi") or at a given name, or nobody is named. Without a name the description is the whole phrase.
    speaks: the phrase names who speaks; then "pelatih Budi" (coach) may be the coach of Budi.
    """
    tokens = _without_tail(tokens)
    if not tokens:
        return Parted(None, None)
    cut, last, i = 0, "", 0
    while i < len(tokens):
        kind, width = kind_at(tokens, i)
        inside = kind == "particle" and cut < i < len(tokens) - 1  # "Johan van der Meer"
        if kind == "place" and i > cut and i + width == len(tokens):
            break  # "Tri Surabaya", or a house of that place: not the description's end
        i += width
        if kind not in ("", "handle") and not inside:
            cut, last = i, kind
    tail = tokens[cut:]
    if tail and ((speaks and ends_in_trainer(tokens[:cut])) or is_of_somebody(tokens[:cut])):
        last = "kin"
    elif last == "body" and any(kind_of(token.text) in TITLED for token in tokens[:cut]):
        last = "house"  # of somebody: "Kepala Dinas", not "Jalan"
    begin = _begin([token.text for token in tail], last, names) if tail else None
    if begin is None or len(tail) - begin > _LONGEST_NAME or any("/" in token.text for token in tail):
        return Parted(bounds(tokens), None, doubt=bool(tail))
    return Parted(_described(tokens[: cut + begin]), bounds(tail[begin:]))


def _without_tail(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without a second name ("alias Ucok"), and without degrees, age or short form behind the name."""
    for i, token in enumerate(tokens):
        if i and token.text in ("alias", "atau"):
            tokens = tokens[:i]
            break
    while len(tokens) > 1 and (is_degree(tokens[-1].text) or tokens[-1].text[0] == "("):
        if tokens[-1].text[0] != "(" and kind_of(tokens[-2].text) not in ("", "paren"):
            break
        tokens = tokens[:-1]
    return tokens


def _described(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """A description without the honorific before the name ("Prof. Dr.") and words of the sentence before the title."""
    while tokens and kind_of(tokens[-1].text) == "honorific":
        tokens = tokens[:-1]
    while tokens and kind_of(tokens[0].text) == "function":
        tokens = tokens[1:]
    return bounds(tokens) if tokens else None


def _begin(words: Sequence[str], last: str, names: Names) -> int | None:
    """Where in the unknown words behind a word of the kind `last` the name begins, None in doubt."""
    if not last or last in ("rank", "honorific", "function"):
        return 0
    if last == "kin":
        return None  # "istri Budi"
    least = 1 if last in _HOUSES else 0
    called = _from_initial(
        words, next((i for i, word in enumerate(words) if i >= least and word in names), None), least
    )
    given = _from_initial(
        words, next((i for i, word in enumerate(words) if i >= least and is_given(word)), None), least
    )
    if last != "body" and len(words) > 1 and is_given(words[0]) and is_given(words[1]):
        return _begin_of_given(words, last)
    first = next((i for i, word in enumerate(words) if i >= (1 if last == "office" else 2) and word in _FIRST), None)
    if first and words[first - 1] not in _BEFORE_FIRST:
        return first  # "Sinar Terang Muhammad Budi"
    if given == 0 or called == 0:
        return 0
    if last in ("place", "paren", "number") and len(words) <= 4 and not (given and given > 1):
        return 0 if len(words) > 1 or last == "place" else None
    if last == "office" and (len(words) < 3 or (given is None and len(words) < 5)):
        return 0
    if called is not None:
        return _from_called(words, called, given, last)
    if last in _HOUSES:
        apart = given is not None and (not is_given(words[0]) or len(words) - given > 1)
        return given if given is not None and apart and len(words) - given <= 4 else None
    return 0 if len(words) == 2 and last in ("acronym", "word", "lower", "group") else None


def _begin_of_given(words: Sequence[str], last: str) -> int | None:
    """Behind a title two given names in a row are the name, all of them: "Kepala Dinas Budi Santoso". None where the
    first may name the house: too many stand there, or one that always comes first.
    """
    first = next((i for i in range(1, len(words) - 1) if words[i] in _FIRST), None)
    if first and words[first - 1] not in _BEFORE_FIRST:
        return 1 if first == 1 and last == "office" and is_place(words[0]) else None  # "Bupati Bima Muhammad Hasni"
    return None if last == "house" and len(words) > _LONGEST_BEHIND_HOUSE else 0


def _from_initial(words: Sequence[str], at: int | None, least: int) -> int | None:
    """One word earlier where an initial stands: "I Wayan", "M Iqbal", "A. Budi"."""
    if at and at > least and (words[at - 1] in ("I", "Ni") or len(words[at - 1].rstrip(".")) == 1):
        return at - 1
    return at


def _from_called(words: Sequence[str], called: int, given: int | None, last: str) -> int | None:
    """The text calls the speaker by words[called], which is not the first of the unknown words."""
    if given is not None and given <= called:
        return given
    if len(words) == 2:
        return 0 if last not in ("role", *_HOUSES) else None
    return called if len(words) - called >= 2 else None


def from_title(tokens: Sequence[Token], span: tuple[int, int] | None) -> tuple[int, int] | None:
    """A description without words in front that describe nobody ("Meski begitu Direktur ..." begins with Direktur);
    None where no title stands in it.
    """
    inside = [token for token in tokens if span and span[0] <= token.start < span[1]]
    for i, token in enumerate(inside):
        if kind_of(token.text) in ("role", "office", "rank") or is_relative(inside[: i + 1]):
            if any(other.text in _OF_A_CLAUSE for other in inside[i:]):
                return None
            while i and _leads_a_title(inside[i - 1].text):
                i -= 1
            return None if i and _is_another(inside[i - 1].text) else (inside[i].start, inside[-1].end)
    return None


def _is_another(before: str) -> bool:
    """Whether the word before a title makes it another's, or a passing one: "Stafmud Menteri" is not the minister,
    "ketika menjadi bintang tamu" (when a guest star) is no title.
    """
    return before == "menjadi" or (before[0].isupper() and kind_of(before) == "")


def _leads_a_title(word: str) -> bool:
    """English titles begin with their house or field: "Service Head", "Training Director"; not "Keputusan Menteri"."""
    return word[0].isupper() and kind_of(word) == "word" and word[:2] not in ("Ke", "Pe")


def describes(tokens: Sequence[Token]) -> bool:
    """Whether a phrase begins by saying what somebody is."""
    return any(kind_of(token.text) in ("role", "office", "kin", "rank") for token in tokens[:3])


def is_body(tokens: Sequence[Token], *, doubt: bool) -> bool:
    """Whether the phrase is the name of an institution: it begins as one, or is an acronym.

    doubt: words of it may be a name ("Kementerian Pariwisata Mesir"); then it must hold no title.
    """
    kinds = [kind_of(token.text) for token in tokens]
    own = (kinds[0] == "body" and len(tokens) > 1) or (kinds[0] == "acronym" and len(tokens) <= 3)
    if not own or not tokens[0].text[0].isupper() or any(token.text.casefold() in _LAWYERS for token in tokens):
        return False
    return not doubt or not any(kind in ("role", "lower") for kind in kinds)


def is_several(tokens: Sequence[Token]) -> bool:
    """Two speakers: "Budi dan Siti", "Presiden Budi dan Menteri Siti", not "Pariwisata dan Kebudayaan"."""
    for i in range(1, len(tokens) - 1):
        if tokens[i].text in ("dan", "serta", "bersama") and kind_of(tokens[i - 1].text) == "":
            behind = tokens[i + 1].text
            titled = kind_of(behind) in ("role", "office", "rank", "honorific")
            if i == 1 or titled or is_given(tokens[i - 1].text) or is_given(behind):
                return True
    return False
