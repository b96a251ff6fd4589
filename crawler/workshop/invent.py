"""Invents words: every word of a text becomes one of the same length and capitals that no language has."""

import re
from collections import deque
from collections.abc import Sequence
from hashlib import blake2b
from urllib.parse import quote, quote_plus, unquote, unquote_plus

from archive import places
from crawler.workshop.kept import agency_names, section_words, small_words
from crawler.workshop.labels import Label, labels_in, moved

# Every invented word holds one of these, which no Indonesian word or name does: none is real by accident.
_ODD = ("vu", "xe", "xo", "xu", "qe")
_CONSONANTS = "bdgjklmnprstw"
_VOWELS = "aiueoa"
_FINALS = "nkrsthlm"
# Prefixes and endings of Indonesian words stay, so that the text keeps the look of the language.
_PREFIXES = ("meng", "mem", "men", "peng", "pem", "pen", "ber", "ter", "per", "me", "di", "ke", "se")
_SUFFIXES = ("kannya", "annya", "nya", "kan", "an")
_STEM = 4  # letters that must be left between the two
_TRIES = 20

_WORD = re.compile(r"[^\W\d_]+|\d+")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}")
_ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>()\\]+", re.IGNORECASE)
_DATE_8 = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ZONE = re.compile(r"[:.]\d\d(?:[.,]\d+)?\s?(?:GMT)?[+-]$")  # what stands before the "0700" of "10:15:00+0700"
_FRACTION = re.compile(r":\d\d[.,]$")  # what stands before the "000" of "10:15:00.000Z"
# The end of a domain: "Liputan6.com", "TRIBUNNEWS.COM"; what stands before it is the outlet's name or is invented.
_DOMAIN_END = r"(?<=\w\.)(?:com|co|or|go|ac|web|id|net|tv|news|org|info|my)"
_SIZE = r"\d{2,4}x\d{2,4}"  # "728x90" in the name of a picture's file tells an advertisement
_NONE: frozenset[str] = frozenset()
_PATH = "~:@!$'()*,;=+"  # what a part of a path may hold unquoted


class Inventor:
    """Gives each word its invented one, always the same.

    salt: other salts give other words, so that nobody can turn the words of a page back by trying a dictionary's;
    house: how the outlet names itself (a domain's label, "Warta Kota"), which stays; filed: the names in the
    dateline, which stay as well, in any capitals.
    """

    def __init__(self, salt: bytes, house: tuple[str, ...] = (), filed: tuple[str, ...] = ()) -> None:
        self._key = blake2b(salt, digest_size=32).digest()
        self._made: dict[str, str] = {}
        self._taken: set[str] = set()
        self._joined: dict[str, tuple[str, str]] = {}
        self._cut: dict[str, str] = {}
        self._labels = tuple(name.lower() for name in house if name.isalnum() and len(name) > 3)
        names = sorted({*house, *agency_names()}, key=lambda name: (-len(name), name))
        spelt = dict.fromkeys(re.escape(form) for name in names if name for form in (name, name.upper()))
        apart = [r"\s?".join(map(re.escape, label)) for label in self._labels]  # "Warta Kota" of wartakota.example
        names_filed = [r"[\s-]".join(map(re.escape, place.split())) for place in sorted(filed, key=len, reverse=True)]
        loose = "|".join((_DOMAIN_END, _SIZE, *names_filed, *(rf"{label}(?:news|com|tv|online)?" for label in apart)))
        self._names = re.compile(rf"(?<![\w@])(?:{'|'.join(spelt)}|(?i:{loose}))(?!\w)")

    def join(self, first: str, second: str) -> None:
        """Lets the two words stand in one as they do apart: "sitiaminah" is the account of "Siti Aminah"."""
        self._joined[(first + second).lower()] = first.lower(), second.lower()

    def cut(self, part: str, word: str) -> None:
        """Lets the beginning of a word, where a title is cut off in it, be that of the invented one."""
        self._cut[part.lower()] = word.lower()

    def text(self, text: str, *, epochs: bool = False, labels: Sequence[Label] | None = None) -> str:
        """A text with its words invented; e-mail and web addresses in it too.

        epochs: numbers may be Unix times; labels: what is a label in it, where more than the text itself tells.
        """
        labels = labels_in(text) if labels is None else labels
        found: list[str] = []
        at = 0
        for special in re.finditer(rf"({_EMAIL.pattern})|{_ADDRESS.pattern}", text, re.IGNORECASE):
            found.append(self._words(text[at : special.start()], moved(labels, at), epochs))
            found.append(self._email(special[0]) if special[1] else self.address(special[0]))
            at = special.end()
        found.append(self._words(text[at:], moved(labels, at), epochs))
        return "".join(found)

    def address(self, address: str, *, inner: bool = False) -> str:
        """A web address with its words invented; host, dates, file endings and names of parameters stay.

        inner: it is the parameter of another one, as in links to share a page; one inside it is but words.
        """
        lower = address.lower().lstrip()
        if lower.startswith(("javascript:", "data:", "about:", "blob:")):
            return "#"
        if lower.startswith(("mailto:", "tel:", "sms:", "whatsapp:")):
            scheme = lower.partition(":")[0]
            return f"{scheme}:{self._email(address) if '@' in address else '000'}"
        scheme, host, path = _split(address)
        path, _, fragment = path.partition("#")
        path, mark, query = path.partition("?")
        stem, dot, ending = path.rpartition(".")
        if not dot or not (ending.isalnum() and len(ending) < 6) or ending.isdecimal():
            stem, dot, ending = path, "", ""
        made = "/".join(quote(self._part(unquote(part)), safe=_PATH) for part in stem.split("/"))
        query = "&".join(self._parameter(part, inner) for part in query.split("&")) if query else ""
        fragment = f"#{quote(self._part(unquote(fragment)))}" if fragment else "#" if address == "#" else ""
        return f"{scheme}{host}{made}{dot}{quote(self._part(ending))}{mark}{query}{fragment}"

    def word(self, word: str) -> str:
        """One word of letters with the same capitals; a kept word and a single letter stay."""
        lower = word.lower()
        base = lower if len(lower) == len(word) else word  # "İ" is two letters in lower case
        for label in self._labels:
            if base.startswith(label):
                return word[: len(label)] + _cased(word[len(label) :], self._behind_house(base[len(label) :]))
        if base in small_words():
            return word
        if whole := self._cut.get(base):
            return _cased(word, self._lower(whole)[: len(base)])
        if parts := self._joined.get(base):
            return _cased(word, "".join(map(self._lower, parts)))
        return _cased(word, self._lower(base))

    def _behind_house(self, rest: str) -> str:
        """What is written together with the outlet's name: a section's or a region's name stays ("detikBali")."""
        return rest if rest in section_words() or places.kind_of(rest.title()) else self._lower(rest)

    def _lower(self, base: str) -> str:
        """The invented word of one in lower case."""
        if len(base) < 2 or base in small_words():
            return base
        if base not in self._made:
            self._made[base] = self._invented(base)
        return self._made[base]

    def _words(self, text: str, labels: Sequence[Label], epochs: bool = False) -> str:
        names = deque(found.span() for found in self._names.finditer(text))
        told = deque(labels)
        found: list[str] = []
        at = 0
        for token in _WORD.finditer(text):
            start, stop = token.span()
            while names and names[0][1] <= start:
                names.popleft()
            while told and told[0].end <= start:
                told.popleft()
            found.append(text[at:start])
            kept = told[0].words if told and told[0].start <= start else _NONE
            stays = (names and names[0][0] <= start) or token[0].lower() in kept
            found.append(token[0] if stays else self._token(text, token, epochs))
            at = stop
        return "".join((*found, text[at:]))

    def _part(self, text: str) -> str:
        """A part of an address."""
        return self._words(text, labels_in(text))

    def _token(self, text: str, token: re.Match[str], epochs: bool) -> str:
        if not token[0][0].isdecimal():
            return self.word(token[0])
        before = text[max(0, token.start() - 12) : token.start()]
        return token[0] if _stays(token[0], before, epochs) else self._number(token[0])

    def _email(self, address: str) -> str:
        name = _WORD.search(address.rpartition(":")[2])
        return f"{self.word(name[0]) if name else 'x'}@kabar.example"

    def _parameter(self, part: str, inner: bool) -> str:
        name, mark, value = part.partition("=")
        told = unquote_plus(value)
        is_address = not inner and told.lower().startswith(("http:", "https:", "//"))
        made = self.address(told, inner=True) if is_address else self._part(told)
        name = name if re.fullmatch(r"[\w\[\].-]{1,24}", name) and mark else quote(self._part(unquote(name)))
        return f"{name}{mark}{quote_plus(made)}"

    def _number(self, digits: str) -> str:
        """Other digits, the first from 3 to 9: neither a year nor a Unix time."""
        bits = self._bits(digits, 0)
        rest = bits // 7 % 10 ** min(len(digits) - 1, 30)
        return f"{3 + bits % 7}{rest:0{len(digits) - 1}d}"

    def _invented(self, base: str) -> str:
        made = base
        for attempt in range(_TRIES):
            made = self._spelt(base, attempt)
            if made not in self._taken and places.kind_of(made.title()) is None:
                break
        self._taken.add(made)
        return made

    def _spelt(self, base: str, attempt: int) -> str:
        """Syllables of the word's length, one of them odd, between the prefix and the ending of the word."""
        prefix = next((one for one in _PREFIXES if base.startswith(one) and len(base) - len(one) >= _STEM + 2), "")
        rest = len(base) - len(prefix)
        suffix = next((one for one in _SUFFIXES if base.endswith(one) and rest - len(one) >= _STEM), "")
        length = rest - len(suffix)
        bits = self._bits(base, attempt)
        syllables: list[str] = []
        odd_at = bits % max(1, length // 2)
        bits //= 64
        while 2 * len(syllables) + 2 <= length:
            if len(syllables) == odd_at:
                syllables.append(_ODD[bits % len(_ODD)])
            else:
                syllables.append(_CONSONANTS[bits % 13] + _VOWELS[bits // 13 % 6])
            bits = bits // 78 or self._bits(base, attempt + _TRIES + len(syllables))
        if 2 * len(syllables) < length:
            syllables.append(_FINALS[bits % len(_FINALS)])
        return f"{prefix}{''.join(syllables)}{suffix}"

    def _bits(self, word: str, attempt: int) -> int:
        made = blake2b(f"{attempt} {word}".encode("utf-8", "replace"), key=self._key, digest_size=16).digest()
        return int.from_bytes(made, "big")


def _cased(word: str, made: str) -> str:
    """The invented word in the capitals of the real one."""
    if word.islower():
        return made
    if word.isupper():
        return made.upper()
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, made, strict=False))


def _stays(digits: str, before: str, epochs: bool) -> bool:
    """Whether a number stays: one or two digits, a year, a date in one, a zone, a fraction of a second."""
    if len(digits) < 3 or not digits.isascii():
        return len(digits) < 3
    if len(digits) == 4 and (_YEAR.fullmatch(digits) or _ZONE.search(before)):
        return True
    if epochs and len(digits) in (10, 13) and digits[0] == "1":
        return True
    return bool(_DATE_8.fullmatch(digits) or _FRACTION.search(before))


def _split(address: str) -> tuple[str, str, str]:
    """Scheme with its slashes, host, and the rest; the first two empty in a relative address."""
    found = re.match(r"\s*((?:https?:)?//)([\w.:-]{1,120})(?=[/?#]|$)", address, re.IGNORECASE)
    return (found[1], found[2], address[found.end() :]) if found else ("", "", address)
