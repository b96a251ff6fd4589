"""The people a text names: a short name ("Budi", "Zulhas") is given as the text printed it in full before."""

import re
from typing import NamedTuple

from crawler.reading.processors.attribution import verbs
from crawler.reading.processors.speaker_name import from_title, part
from crawler.reading.processors.titles import Token, bounds, is_given, is_short, kind_of, tokens_of, words

_SPOKEN = re.compile(r"\b([A-Za-z][a-z]+) ([A-Z][\w'’-]*)")
_SPEAKS = re.compile(r"(?<![\w'’-])([A-Z][\w'’-]*),? (?:(?:juga|pun|kemudian|lantas|lalu|sendiri) )?([a-z]+)")
_BEHIND = re.compile(r"(?: (?:[A-ZÀ-Þ][\w'’-]*\.?|bin|binti|van|der|den|de|da|al|el)(?![\w]))+")
_BREAK = re.compile(r"[.,;:!?“”\"„«»\[\]–—](?:\s|$)|[\n“”\"]")
_INSIDE = words("inside")
_HITS = 8  # mentions of a short name that are looked at
_LEFT = 120  # characters before a mention


class Person(NamedTuple):
    """A speaker: the name in full, and what the text says that person is."""

    name: str
    description: str | None


class _Mention(NamedTuple):
    """Where the text names somebody in full."""

    at: int
    name: str
    description: str | None


class _Called(NamedTuple):
    """The one word a mention is looked for by, as the names of the text."""

    word: str

    def __contains__(self, word: object, /) -> bool:
        return word == self.word

    def proper(self, word: str) -> bool:
        """A name that is looked for is one."""
        return word == self.word


class Persons:
    """The people of one text. Also the words by which it calls its speakers: `word in persons`."""

    def __init__(self, whole: str) -> None:
        self._whole = whole
        self._called: frozenset[str] | None = None
        self._described: dict[str, str | None] = {}
        self._full: dict[str, set[str]] = {}
        self._mentions: dict[str, list[_Mention]] = {}

    def __contains__(self, word: object, /) -> bool:
        if self._called is None:
            self._called = self._find_called()
        return word in self._called

    def proper(self, word: str) -> bool:
        """Whether the word is a name: given, known of a speaker, or printed with its capital inside a sentence."""
        if is_given(word) or word in self._full:
            return True
        at = -1
        for _ in range(_HITS):
            at = self._whole.find(f" {word}", at + 1)
            if at < 0:
                return False
            if at and (self._whole[at - 1].islower() or self._whole[at - 1] == ","):
                return True
        return False

    def _find_called(self) -> frozenset[str]:
        """Names beside a verb of speech with no other capital before them: "kata Budi", "Budi juga mengatakan"."""
        forms, whole = verbs(), self._whole
        bare = forms.bare | {"menurut", "Menurut", "dikatakan", "disampaikan"}
        found = {match[2] for match in _SPOKEN.finditer(whole) if match[1] in bare}
        for match in _SPEAKS.finditer(whole):
            if match[2] in forms.active and not self._capital_before(match.start()):
                found.add(match[1])
        return frozenset(word for word in found if kind_of(word) == "")

    def _capital_before(self, at: int) -> bool:
        if self._whole[at - 1 : at] != " ":
            return False
        space = self._whole.rfind(" ", max(0, at - 40), at - 1)
        word = self._whole[space + 1 : at - 1]
        return bool(word) and word[0].isupper() and word[-1] not in ".,:;!?"

    def full(self, printed: str, description: str | None, at: int) -> Person:
        """The person called `printed` at this place: by the one longer name before it that holds it, if there is one
        only. description: what is said there; else what was said before is taken.
        """
        before = [mention for mention in self._mentioned(printed) if mention.at < at]
        named = {mention.name for mention in before} | self._full.get(printed, set())
        longer = _longest(named - {printed, f"{printed}."})
        name = longer or printed
        said = (mention.description for mention in before if mention.name == name and mention.description)
        known = self._described.get(name) or next(said, None)
        self._described[name] = known or description
        for word in name.split() if " " in name else ():
            self._full.setdefault(word, set()).add(name)
        return Person(name, description or known)

    def _mentioned(self, printed: str) -> list[_Mention]:
        """Where the text names somebody called so in full; names of three words are full."""
        if printed.count(" ") > 1 or printed[0] == "@":
            return []
        found = self._mentions.get(printed)
        if found is None:
            found = self._mentions[printed] = self._search(printed)
        return found

    def _search(self, printed: str) -> list[_Mention]:
        whole, found, at = self._whole, [], -1
        for _ in range(_HITS):
            at = whole.find(printed, at + 1)
            if at < 0:
                break
            end = at + len(printed)
            if (at and (whole[at - 1].isalnum() or whole[at - 1] in "-@'’")) or whole[end : end + 1].isalnum():
                continue
            if not self._wider(at, end):
                continue
            aside = whole[at - 1 : at] == "(" and whole[end : end + 1] == ")"
            if (mention := self._alias(at) if aside else self._named(at, end)) is not None:
                found.append(mention)
        return found

    def _wider(self, at: int, end: int) -> bool:
        """Whether a capital, parenthesis or comma stands beside a name, so that more of it may be printed there."""
        whole = self._whole
        if whole[at - 1 : at] == "(" or whole[at - 2 : at] == ", " or whole[end + 1 : end + 2].isupper():
            return True
        left, right = max(0, at - 40), max(0, at - 1)
        before = whole[max(whole.rfind(" ", left, right), whole.rfind("\n", left, right), left - 1) + 1 : at]
        return before[:1].isupper() or before[-2:-1] in (".", ")") or before.strip() in _INSIDE

    def _alias(self, at: int) -> _Mention | None:
        """The name before a short form in parentheses: "Hasan Zulkarnain (Hazul)"."""
        tokens = self._run(at - 1)
        parted = part(tokens, _Called(""))
        if parted.name is None:
            return None
        return _Mention(at, self._whole[slice(*parted.name)], self._said(tokens, parted.description))

    def _named(self, at: int, end: int) -> _Mention | None:
        """The name that stands around a word."""
        behind = _BEHIND.match(self._whole, end)
        own = tokens_of(self._whole, at, behind.end() if behind else end)
        tokens = [*self._run(at), *_until_described(own)]
        parted = part(tokens, _Called(own[0].text), speaks=False) if own else None
        if parted is None or parted.name is None or not parted.name[0] <= at < end <= parted.name[1]:
            return None
        start = parted.name[0]
        said = self._said(tokens, parted.description)
        if said is None:  # no title tells where the name begins
            start = at
            for token in reversed([token for token in tokens if parted.name[0] <= token.start < at]):
                if not (is_given(token.text) or len(token.text.rstrip(".")) == 1):
                    break  # other words with a capital may be anything: "Langkah Budi", "Persib Budi"
                start = token.start
            said = self._before_comma(tokens[0].start)
        return _Mention(at, self._whole[start : parted.name[1]], said)

    def _said(self, tokens: list[Token], span: tuple[int, int] | None) -> str | None:
        found = from_title(tokens, span)
        return self._whole[slice(*found)] if found else None

    def _before_comma(self, at: int) -> str | None:
        """The title before a name and a comma: "Juru bicara kementerian, Budi"."""
        if self._whole[at - 2 : at] != ", ":
            return None
        begin = max(0, at - _LEFT)
        for stop in _BREAK.finditer(self._whole, begin, at - 2):
            begin = stop.end()
        tokens = tokens_of(self._whole, begin, at - 2)
        if not tokens or part(tokens, _Called("")).name is not None:
            return None
        return self._said(tokens, bounds(tokens))

    def _run(self, at: int) -> list[Token]:
        """The words in capitals right before a place in the text, with "dan" and particles between them."""
        begin = max(0, at - _LEFT)
        for stop in _BREAK.finditer(self._whole, begin, at):
            if stop[0] != ". " or not _is_abbreviation(self._whole, stop.start()):
                begin = stop.end()
        tokens = tokens_of(self._whole, begin, at)
        first = len(tokens)
        for i in range(len(tokens) - 1, -1, -1):
            if tokens[i].text[0].isupper() or tokens[i].text[0] == "(":
                first = i
            elif tokens[i].text not in _INSIDE:
                break
        return tokens[first:]


def _is_abbreviation(whole: str, at: int) -> bool:
    """Whether a full stop belongs to a short word: "Dr.", "M."."""
    return is_short(whole[whole.rfind(" ", max(0, at - 12), at) + 1 : at + 1])


def _until_described(tokens: list[Token]) -> list[Token]:
    """A name up to the first word that is none: "Budi Santoso Senin"."""
    for i, token in enumerate(tokens):
        if i and kind_of(token.text) not in ("", "particle"):
            return tokens[:i]
    return tokens


def _longest(names: set[str]) -> str | None:
    """The one name that holds all the others."""
    longest = max(names, key=lambda name: (len(name), name), default=None)
    if longest is None or not all(set(name.split()) <= set(longest.split()) for name in names):
        return None
    return longest
