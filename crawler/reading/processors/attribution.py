"""Who speaks a quotation, by the words behind it (", ujar Budi"), before it ("Budi mengatakan, ") or around it."""

import re
from functools import cache
from typing import NamedTuple

from crawler.reading.phrases import rows
from crawler.reading.processors.sentences import sentence_end, sentence_start
from crawler.reading.processors.speaker_name import Names, part
from crawler.reading.processors.speaker_phrase import Speaker, phrase_behind, phrase_in_front
from crawler.reading.processors.titles import bounds, is_given, kind_of, tokens_of, words

_GAP = re.compile(r"\s*(?:[,.;–—-]+\s*)?")
_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)?")
_AGAIN = re.compile(r"\s+(?:lagi|pula|juga|pun|kemudian|kembali)\b")
_THUS = re.compile(r"\s*,?\s*(?P<thus>demikian|begitu)(?:lah)?\s+", re.IGNORECASE)
_LIKE = re.compile(r"\s*,?\s*(?:seperti|sebagaimana)\s+(?:yang\s+)?", re.IGNORECASE)
_THAT = re.compile(r"[\s.]*(?:Hal|Pernyataan|Penjelasan|Ungkapan|Keterangan)\s(?:itu|ini|tersebut)\s(?:juga\s)?(?=di)")
_BY = re.compile(r"\s+oleh\b")
_STATEMENT = frozenset({"pernyataan", "penjelasan", "keterangan", "penegasan", "pengakuan", "ungkapan"})
# "kata" is also the noun "word": "kata kunci" (key word), "kata itu".
_NOUN_KATA = words("noun")
_TELLS = frozenset({"mengatakan", "berkata", "menyatakan", "menulis", "menuliskan", "berujar", "bertutur", "berucap"})
_NO_WORDS = " \n.,:;!?…"
_ANY_VERB = re.compile(r"(?<= )(?:me|ber)[a-z]{3,}")
_OPENING = re.compile(r"\W*(?:[A-Z(][\w'’.()/-]*(?: (?:dan|bin|binti))?\s?){1,12}")


class Verbs(NamedTuple):
    """The forms of data/reporting_verbs.tsv."""

    bare: frozenset[str]
    joined: frozenset[str]
    active: frozenset[str]
    passive: frozenset[str]


@cache
def verbs() -> Verbs:
    """Bare forms ("ujar"), with the pronoun joined ("ujarnya"), active ("mengatakan") and passive ("dikatakan")."""
    table = rows("reporting_verbs")
    bare = frozenset(row[0] for row in table) - {"-"}
    active, passive = (frozenset(form for row in table for form in row[i].split(", ")) - {"-"} for i in (1, 2))
    return Verbs(bare, frozenset(f"{form}nya" for form in bare), active, passive)


def speaker_behind(whole: str, at: int, limit: int, names: Names) -> Speaker | None:
    """Who speaks by the words behind a closing mark; None where no words of speech follow.

    at: behind the mark; limit: the end of the paragraph or the next mark.
    """
    thus = _THUS.match(whole, at, limit) or _LIKE.match(whole, at, limit) or _THAT.match(whole, at, limit)
    gap = thus or _GAP.match(whole, at, limit)
    word = _WORD.match(whole, gap.end(), limit) if gap else None
    if gap is None or word is None:
        return None
    if not thus and word[0][0].isupper() and "." in gap[0]:
        return None  # a sentence of its own
    forms, verb = verbs(), word[0].casefold()
    if verb in forms.joined:
        again = _AGAIN.match(whole, word.end(), limit)
        return Speaker("pronoun", word.span(), end=again.end() if again else word.end())
    if verb in forms.passive or (thus and (verb in forms.bare or verb in _STATEMENT)):
        return phrase_behind(whole, _past_by(whole, word.end(), limit), limit, word.span(), names)
    if verb in forms.bare and _is_verb(whole, word, limit):
        return phrase_behind(whole, word.end(), limit, word.span(), names)
    if thus and "thus" in thus.groupdict():
        return phrase_behind(whole, thus.end(), limit, thus.span("thus"), names)
    apart = word[0][0].isupper() and not gap[0].strip() and whole[at - 2] in ".?!…"
    return _subject_behind(whole, word, limit, names, apart=apart)


def _past_by(whole: str, at: int, limit: int) -> int:
    by = _BY.match(whole, at, limit)
    return by.end() if by else at


def _is_verb(whole: str, word: re.Match[str], limit: int) -> bool:
    following = _WORD.search(whole, word.end(), min(limit, word.end() + 20))
    return whole[word.end() : word.end() + 1] in (" ", "\n", "") and (
        following is None or following[0] not in _NOUN_KATA
    )


def _subject_behind(whole: str, head: re.Match[str], limit: int, names: Names, *, apart: bool) -> Speaker | None:
    """Reads "Budi menambahkan." behind the mark; head: its first word.

    apart: the quote ends as a sentence, so these words are one of their own, which may be about somebody else: `Budi
    mengatakan, "Warga pulang." Siti mengaku lega.` They name the speaker only where the verb is all they say, and no
    conjunction stands before it ("Namun Siti membantah." = but she denied).
    """
    active, start = verbs().active, head.start()
    end = sentence_end(whole, start, limit)
    for word in _WORD.finditer(whole, start, min(end, start + 120)):
        if word[0] in active:
            if apart and (whole[word.end() : end].strip(_NO_WORDS) or kind_of(head[0]) == "function"):
                return None
            found = phrase_in_front(whole, start, word.span(), names)
            return found if found.name or found.description or found.kind == "pronoun" else None
    return None


def speaker_before(whole: str, start: int, at: int, names: Names) -> Speaker | None:
    """Who speaks by the words before an opening mark: "Budi mengatakan, ", "Menurut Budi, ", "Budi: ".

    start: where the paragraph begins, or where what belongs to the quote before it ends; at: the mark. None where no
    words of speech precede.
    """
    begin = sentence_start(whole, start, at)
    lead = whole[begin:at].rstrip()
    end = begin + len(lead)
    words = list(_WORD.finditer(whole, begin, end))
    if words and words[-1][0] == "bahwa":
        words.pop()
    if not words:
        return None
    if lead[-1] not in ",:":
        last = words[-1]
        return phrase_in_front(whole, begin, last.span(), names) if last[0] in _TELLS else None
    first = words[0]
    if first[0] == "Menurutnya":
        return Speaker("pronoun", first.span(), end=end)
    if first[0] == "Menurut" or (first[0][0].isupper() and first[0].casefold() in verbs().bare):
        return phrase_behind(whole, first.end(), end, first.span(), names)
    for word in reversed(words):
        if word[0] in verbs().active:
            found = phrase_in_front(whole, begin, word.span(), names)
            return found if found.kind != "none" else None
    return _name_and_colon(whole, begin, end, names) if lead[-1] == ":" else None


def _name_and_colon(whole: str, begin: int, end: int, names: Names) -> Speaker | None:
    """Reads "Budi: " before a quote: a name by which the text calls a speaker, and nothing else."""
    tokens = tokens_of(whole, begin, end)
    if not 0 < len(tokens) <= 4 or any(kind_of(token.text) for token in tokens):
        return None
    return Speaker("named", None, bounds(tokens), end=end) if any(token.text in names for token in tokens) else None


def speaker_told(whole: str, begin: int, end: int, names: Names) -> Speaker | None:
    """Who speaks in a sentence without a quotation: "Budi menjelaskan ...", "Jalan itu, kata Budi, ...", "Menurut Budi
    ..."; None where the sentence reports no speech.
    """
    forms = verbs()
    for word in _WORD.finditer(whole, begin, end):
        form = word[0]
        folded = form.casefold()
        found: Speaker | None = None
        if form in forms.active:
            found = phrase_in_front(whole, begin, word.span(), names)
        elif folded == "menurutnya" or form in forms.joined:
            found = Speaker("pronoun", word.span(), end=word.end())
        elif folded == "menurut" or form in forms.passive:
            found = _aside(whole, word, end, names, reach=40)
        elif folded in forms.bare and whole[max(begin, word.start() - 2) : word.start()].strip() in ("", ","):
            found = _aside(whole, word, end, names, reach=1)
        if found is not None and found.kind != "none":
            return found
    return None


def _aside(whole: str, word: re.Match[str], end: int, names: Names, reach: int) -> Speaker | None:
    """The speaker behind a verb inside a sentence that goes on: "kata Budi, warga tetap ..." does not describe Budi.

    reach: characters in which the comma that closes a description must follow it.
    """
    found = phrase_behind(whole, _past_by(whole, word.end(), end), end, word.span(), names)
    if found.kind == "unnamed" and word[0].casefold() != "menurut":
        return None
    said = found.description
    if said and found.name and said > found.name and whole.find(",", said[1], min(end, said[1] + reach)) < 0:
        return found._replace(description=None)
    return found


def subject_of(whole: str, begin: int, end: int, names: Names) -> str | None:
    """The person a sentence is about: who stands at its head or before its first verb; None where that is nobody."""
    opening = _OPENING.match(whole, begin, end)
    name = part(tokens_of(whole, begin, opening.end()), names).name if opening else None
    if opening and name is None and whole[opening.end() : opening.end() + 2] == ", ":
        apart = _OPENING.match(whole, opening.end() + 2, end)  # "Direktur Sinar Terang, Budi, ..."
        found = part(tokens_of(whole, apart.start(), apart.end()), names) if apart else None
        if found and found.name and found.description is None:
            return whole[slice(*found.name)]
    if name is None and (verb := _ANY_VERB.search(whole, begin, end)):
        name = phrase_in_front(whole, begin, verb.span(), names).name
    first = whole[slice(*name)].split()[0] if name else ""
    return whole[slice(*name)] if name and (is_given(first) or first in names) else None


def speaker_cited(cite: str, names: Names) -> Speaker | None:
    """Who is named as the source of a block quote: "Budi Santoso, Kepala Desa"."""
    found = phrase_behind(cite, 0, len(cite), None, names)
    return found if found.kind in ("named", "body") else None


def ending_without_mark(whole: str, start: int, end: int) -> int | None:
    """Where a quote whose closing mark is missing ends by its last words: "..., ujarnya.", "..., kata Budi."."""
    comma = whole.rfind(", ", max(start, end - 80), end)
    word = _WORD.match(whole, comma + 2, end) if comma > 0 else None
    if word is None or (word[0] not in verbs().joined and word[0] not in verbs().bare):
        return None
    return comma + 1
