"""The words of a phrase that says who somebody is, each with its kind: title, house, place, or perhaps a name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from archive import places
from crawler.reading.phrases import rows


def words(kind: str) -> frozenset[str]:
    """The small words of a kind, from data/speech_words.tsv."""
    return frozenset(word for row in rows("speech_words") if row[0] == kind for word in row[1].split(", "))


_TOKEN = re.compile(r"\([^()\n]{1,60}\)|[@\w](?:[\w'’&@*+/-]|\.(?=\w))*\.?")
_SHORT = words("short")
_PARTICLES = words("particle")
# "Pemasaran", "Kesiapsiagaan", "Perlindungan": nouns of offices; no given name is built like that.
_ABSTRACT = re.compile(r"(?:Ke|Pe)[a-z]{4,}an")
_MIXED = re.compile(r"(?!Mc|Mac|De|La|Di|Le|Van|Al)[A-Z][a-z]*[A-Z]+[a-z]*")  # "CdM", "GoTo", not "McGregor"
_ROMAN = re.compile(r"[IVX]+")
_SITE = re.compile(r"[\w-]+(?:\.\w+)*\.(?:com|co|id|net|org|tv)")
_INITIALS = words("initial")
_BALINESE = words("balinese")
_PAIRS = words("pair")
_RELATION = words("relation")
_RELATED = words("related")


class Token(NamedTuple):
    """A word, or a parenthesis as a whole, and where it stands."""

    text: str
    start: int
    end: int


def each_token(text: str, start: int, end: int) -> Iterator[Token]:
    """The words of a stretch one by one; a full stop stays with an abbreviation only."""
    for match in _TOKEN.finditer(text, start, end):
        word, stop = match[0], match.end()
        if word[-1] == "." and not is_short(word):
            word, stop = word[:-1], stop - 1
        yield Token(word, match.start(), stop)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch."""
    return list(each_token(text, start, end))


def is_short(word: str) -> bool:
    """Whether a word with a full stop is an abbreviation: an initial, "Dr.", "S.Pd."."""
    return (len(word) == 2 and word[0].isupper()) or word.casefold() in _SHORT or word.count(".") > 1


def bounds(tokens: Sequence[Token]) -> tuple[int, int]:
    """From where to where the tokens stand."""
    return tokens[0].start, tokens[-1].end


@cache
def _titles() -> dict[str, str]:
    """Folded word to its kind; the first row that holds a word decides."""
    kinds: dict[str, str] = {}
    for kind, words, _ in rows("titles"):
        for word in words.split(", "):
            kinds.setdefault(word, kind)
    return kinds


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for _, names in rows("given_names") for name in names.split(", "))


def is_given(word: str) -> bool:
    """Whether the word is a name that opens a person's name."""
    return (word.replace("’", "'") if "’" in word else word) in _given_names()


@cache
def _places() -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """Known places, folded; and their first words with the numbers of words they have, the largest first."""
    names = tuple(places.spellings())
    lengths: dict[str, set[int]] = {}
    for name in names:
        words = name.split()
        if not is_given(words[0]):  # people are called Victoria and Fatima too
            lengths.setdefault(words[0].casefold(), set()).add(len(words))
    folded = frozenset(name.casefold() for name in names)
    return folded, {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def is_place(word: str) -> bool:
    """Whether a known place is called so, a given name too: the regency Bima."""
    return word.casefold() in _places()[0]


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str:
    """The kind of a word (data/titles.tsv); "particle", "paren", "handle", "number", "lower" for other words without a
    capital, and "" for what may be a name.
    """
    first = word[0]
    if first == "(":
        return "paren"
    capital = first.isupper()
    if capital and is_given(word):
        return ""
    kind = _titles().get(word.rstrip(".").casefold())
    if kind:
        return kind
    if word in _PARTICLES:
        return "particle"
    if not capital:
        return "handle" if first == "@" else "lower"
    if _ABSTRACT.fullmatch(word):
        return "word"
    if word.endswith("-nya"):
        return "lower"  # "Twitter-nya": his Twitter
    if _ROMAN.fullmatch(word):
        return "number"
    if _SITE.fullmatch(word):
        return "acronym"
    if word in _INITIALS:
        return ""
    return "acronym" if len(word) > 1 and word[-1] != "." and (word.isupper() or _MIXED.fullmatch(word)) else ""


def kind_at(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """Kind and number of words of what stands at i: a known place may have several words."""
    word = tokens[i].text
    if word in ("I", "Ni") and i + 1 < len(tokens) and tokens[i + 1].text in _BALINESE:
        return "", 1
    if i and f"{tokens[i - 1].text} {word}" in _PAIRS:
        return "word", 1
    if i and _is_relation(tokens[i - 1].text, word):
        return "kin", 1
    if word[0].isupper():
        folded, lengths = _places()
        for length in lengths.get(word.casefold(), ()):
            if " ".join(token.text for token in tokens[i : i + length]).casefold() in folded:
                return "place", length
    kind = kind_of(word)
    if kind == "kin" and i and word[0].isupper() and kind_of(tokens[i - 1].text) != "role" and word != "Kuasa":
        return "", 1  # "Vanessa Putri"
    if kind in ("office", "rank") and i and is_given(tokens[i - 1].text):
        return "", 1  # "Lukman Hakim"
    if kind == "honorific" and len(word.rstrip(".")) == 1 and not _names_a_person(tokens, i + 1):
        return "", 1  # "H. Beecher"
    return kind, 1


def _is_relation(before: str, word: str) -> bool:
    """Whether a word goes on saying whose somebody is: "kuasa hukum" (lawyer of), "anak buah" (subordinate of)."""
    folded = word.casefold()
    if folded in _RELATION and kind_of(before) == "kin":
        return True
    return f"{before} {word}".casefold() in _RELATED


def _names_a_person(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and (is_given(tokens[i].text) or kind_of(tokens[i].text) == "honorific")
