"""The phrase that names a speaker, behind a verb ("ujar Kepala Dinas X Budi Santoso, Senin") or in front of one."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from crawler.reading.processors.sentences import REACH
from crawler.reading.processors.speaker_house import DAYS, Bounds, house_behind
from crawler.reading.processors.speaker_name import Names, describes, from_title, is_body, is_degree, is_several, part
from crawler.reading.processors.titles import Token, bounds, each_token, is_given, kind_of, tokens_of, words

PRONOUNS = frozenset({"dia", "ia", "beliau", "dirinya", "pihaknya"})
# Words that end the phrase of the speaker: where, when, how and to whom it was said.
_STOPS = words("stop")
_POLICE = words("police")
_THINGS = words("thing")
_POINTING = frozenset({"itu", "tersebut", "ini"})
_ENDS = re.compile(r"[.!?\n“”\"„«»:;–—]|\s-\s")
_CALLED = re.compile(
    r"(?:(?:yang )?bernama|yang (?:akrab|biasa|kerap|sering) (?:di)?(?:sapa|panggil)|(?:akrab|biasa|kerap) disapa)\s+"
)
_CALLING = frozenset({"yang", "bernama", "akrab", "biasa", "kerap"})
_AS = frozenset({"selaku", "sebagai"})
# Adverbs between subject and verb: "Budi juga mengatakan".
_ADVERBS = words("adverb")
# The verb is not the sentence's own: "untuk mengatakan", "yang mengatakan", "tidak mengatakan".
_NOT_MAIN = words("dependent")
_PREPOSITIONS = words("preposition")


class Speaker(NamedTuple):
    """Who is said to speak.

    kind: "named" a person, "body" an institution by its name, "pronoun", "unnamed" somebody who is described at most,
    "none" where the words name nobody; verb, name, description: stretches of the text; end: behind the whole phrase;
    meant: the description points back to somebody named before ("pelatih itu" = that coach); house: the rest of the
    description, behind the name ("dari Lembaga Kajian Samudra").
    """

    kind: Literal["named", "body", "pronoun", "unnamed", "none"]
    verb: Bounds | None
    name: Bounds | None = None
    description: Bounds | None = None
    end: int = 0
    meant: bool = False
    house: Bounds | None = None


def phrase_behind(whole: str, at: int, limit: int, verb: Bounds | None, names: Names) -> Speaker:
    """The speaker named behind a verb, between `at` and the end of the sentence."""
    segments = _segments(whole, at, min(limit, at + REACH))
    if not segments:
        return Speaker("none", verb, end=at)
    first = segments[0][0]
    if first.text.casefold() in PRONOUNS:
        return Speaker("pronoun", verb, end=first.end)
    if first.text in _THINGS:
        return Speaker("unnamed", verb, end=segments[-1][-1].end)
    found = _decide(whole, segments, names)._replace(verb=verb, end=segments[-1][-1].end)
    return found._replace(house=house_behind(whole, found.name, limit)) if found.name and found.description else found


def _segments(whole: str, at: int, limit: int) -> list[list[Token]]:
    """Up to two phrases between commas, up to the end of the sentence or the first word that ends them; none when the
    first is empty.
    """
    segments: list[list[Token]] = [[]]
    for token in each_token(whole, at, limit):
        gap = whole[at : token.start]
        at = token.end
        if gap not in (" ", "") and _ENDS.search(gap):
            break
        if segments[-1] and "," in gap:
            segments.append([])
        titled = token.text == "untuk" and _in_a_title(whole, segments[-1], token)
        if len(segments) > 2 or token.text in DAYS or (not titled and _ends_phrase(segments[-1], token.text)):
            if token.text in _POINTING and segments[-1]:
                segments[-1].append(token)
            break
        segments[-1].append(token)
    return [segment for segment in segments if segment] if segments[0] else []


def _in_a_title(whole: str, segment: Sequence[Token], untuk: Token) -> bool:
    """Whether "untuk" (for) belongs to a title: "Juru Bicara Pemerintah untuk Covid-19"."""
    return bool(segment) and kind_of(segment[-1].text) != "" and whole[untuk.end + 1 : untuk.end + 2].isupper()


def _ends_phrase(segment: Sequence[Token], word: str) -> bool:
    if word[0].isdigit() and not segment:
        return True
    if not word[0].islower() or word in _AS:
        return False
    if word in _STOPS or word in _POINTING:
        return True
    if not segment:
        return False
    kind = kind_of(word)
    if kind_of(segment[-1].text) in ("", "acronym", "paren") and kind in ("lower", "function", "kin"):
        return word not in _CALLING
    return kind == "lower" and word[:3] in ("mem", "men")


def _decide(whole: str, segments: Sequence[list[Token]], names: Names) -> Speaker:
    first = segments[0]
    rest = [segment for segment in segments[1:] if not all(is_degree(token.text) for token in segment)]
    if is_several(first):
        return Speaker("unnamed", None)
    special = _called(whole, first, names) or _in_a_role(first, names)
    if special is not None:
        return special
    first = _until_clause(first)
    if first[0].text == "akun" and len(first) > 1 and first[-1].text[0] == "@":
        return Speaker("named", None, bounds(first[-1:]), bounds(first[:-1]))
    parted = part(first, names)
    alone = _name_alone(rest[0], names) if rest else None
    if parted.name and (alone is None or parted.description is None or _confirmed(whole, parted.name, names)):
        return Speaker("named", None, parted.name, parted.description or _apposition(rest))
    if alone is not None:
        ranks = [token for token in rest[0] if token.end <= alone[0] and kind_of(token.text) != "honorific"]
        return Speaker("named", None, alone, (first[0].start, (ranks or first)[-1].end))
    return nameless(first, doubt=parted.doubt)


def _called(whole: str, tokens: Sequence[Token], names: Names) -> Speaker | None:
    """Reads "seorang warga bernama Budi" and "pria yang akrab disapa Budi"."""
    for i, token in enumerate(tokens):
        if token.text in _CALLING and (match := _CALLED.match(whole, token.start)):
            behind = [other for other in tokens if other.start >= match.end() and other.text not in _POINTING]
            name = part(behind, names).name
            return Speaker("named" if name else "unnamed", None, name, bounds(tokens[:i]) if i else None)
    return None


def _in_a_role(tokens: Sequence[Token], names: Names) -> Speaker | None:
    """Reads "Budi selaku pemilik bengkel"."""
    for i, token in enumerate(tokens):
        if i and token.text in _AS:
            name = part(tokens[:i], names).name
            described = bounds(tokens[i + 1 :]) if tokens[i + 1 :] else None
            return Speaker("named" if name else "unnamed", None, name, described)
    return None


def _until_clause(tokens: list[Token]) -> list[Token]:
    """Up to "yang" (who), behind which a clause begins."""
    at = next((i for i, token in enumerate(tokens) if token.text == "yang"), len(tokens))
    return tokens[:at] or tokens


def _confirmed(whole: str, name: Bounds, names: Names) -> bool:
    """Whether more than its place says that a name is one: in "pemandu Candi Ratu Boko, Budi" Budi is the name."""
    first = whole[slice(*name)].split()[0]
    return is_given(first) or first in names


def _apposition(rest: Sequence[list[Token]]) -> Bounds | None:
    """What a speaker is, behind the name and a comma: "Budi, juru bicara kementerian"."""
    if rest and kind_of(rest[0][0].text) in ("role", "office", "kin", "rank"):
        return bounds(_until_clause(rest[0]))
    return None


def _name_alone(tokens: Sequence[Token], names: Names) -> Bounds | None:
    """The name in a phrase that is nothing but a name, with ranks and honorifics in front."""
    name = part(tokens, names).name
    ranks = [token for token in tokens if name and token.start < name[0]]
    return name if all(_is_rank(token) for token in ranks) else None


def _is_rank(token: Token) -> bool:
    return token.text in _POLICE or kind_of(token.text) in ("rank", "honorific")


def nameless(tokens: Sequence[Token], *, doubt: bool) -> Speaker:
    """An institution speaks by its own name; others are described only."""
    if is_body(tokens, doubt=doubt):
        return Speaker("body", None, bounds(tokens))
    pointing = tokens[-1].text in _POINTING and describes(tokens)
    return Speaker("unnamed", None, None, bounds(tokens), meant=pointing)


def phrase_in_front(whole: str, start: int, verb: Bounds, names: Names) -> Speaker:
    """The subject of a verb: what stands before it in its sentence, which begins at start."""
    tokens = tokens_of(whole, max(start, verb[0] - REACH), verb[0])
    while tokens and tokens[-1].text in _ADVERBS:
        tokens.pop()
    if not tokens or tokens[-1].text in _NOT_MAIN:
        return Speaker("none", verb, end=verb[1])
    if tokens[-1].text.casefold() in PRONOUNS:
        return Speaker("pronoun", verb, end=verb[1])
    groups: list[list[Token]] = [[]]
    for i, token in enumerate(tokens):
        if groups[-1] and "," in whole[tokens[i - 1].end : token.start]:
            groups.append([])
        groups[-1].append(token)
    before = groups[-2] if len(groups) > 1 else []
    apart = "," in whole[tokens[-1].end : verb[0]]
    return _subject(groups[-1], before, names, apart=apart)._replace(verb=verb, end=verb[1])


def _subject(last: Sequence[Token], before: Sequence[Token], names: Names, *, apart: bool) -> Speaker:
    """The subject in the phrase before the verb, or in the one before that. apart: a comma stands before the verb, as
    behind an apposition ("Budi, Direktur Sinar Terang, mengatakan").
    """
    if is_several(last):
        return Speaker("unnamed", None)
    parted = part(last, names)
    if before and describes(last) and (apart or not (parted.name or parted.doubt)):
        name = part(before, names).name
        if name and name[0] == before[0].start and names.proper(before[0].text):
            return Speaker("named", None, name, from_title(last, bounds(last)))
    if parted.name is None:
        found = nameless(last, doubt=parted.doubt)
        return found if found.kind == "body" else found._replace(description=_from_noun(last))
    earlier = [token for token in last if token.start < parted.name[0]]
    if (earlier and earlier[-1].text in _PREPOSITIONS) or (len(last) == 1 and not names.proper(last[0].text)):
        return Speaker("unnamed", None)
    described = from_title(last, parted.description)
    if described is None and before and describes(before) and part(before, names).name is None:
        described = from_title(before, bounds(before))
    return Speaker("named", None, parted.name, described)


def _from_noun(tokens: Sequence[Token]) -> Bounds | None:
    """The description of an unnamed subject: "Kepada Budi warga mengatakan" describes it as "warga"."""
    for token in tokens:
        if kind_of(token.text) in ("role", "office", "rank", "group"):
            return token.start, tokens[-1].end
    return None
