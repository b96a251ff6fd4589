"""Reads the quotations of a text in order, and keeps who spoke last."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from archive.article import Quotation
from crawler.reading.processors.attribution import (
    ending_without_mark,
    speaker_before,
    speaker_behind,
    speaker_cited,
    speaker_told,
    subject_of,
)
from crawler.reading.processors.persons import Person, Persons
from crawler.reading.processors.quote_marks import Span, ends_a_sentence, find_spans, words_of
from crawler.reading.processors.sentences import REACH, sentence_end, sentences
from crawler.reading.processors.speaker_house import Bounds
from crawler.reading.processors.speaker_phrase import Speaker

_NOBODY = Person("", None)
_SENTENCE_ENDS = '.?!…”"»'
_WORDS = 4  # a sentence in marks without a speaker beside it has at least so many
_WORDS_BEFORE_VERB = 3  # the same for marked words before a verb that do not end like a sentence


class Stretch(NamedTuple):
    """A block of text inside the whole, and which block of which section it is.

    marked: quotation marks stand in it; follows: it stands right behind the stretch before it, in the same section;
    cite: of a block quote without marks, "" where it has none; None for other blocks.
    """

    start: int
    end: int
    marked: bool
    follows: bool
    section: int
    block: int
    cite: str | None


class _Found(NamedTuple):
    """A quotation while its neighbours are read. place: its stretch; guessed: no word beside it names the speaker."""

    quotation: Quotation
    place: int
    end: int
    person: Person
    guessed: bool


class QuoteReader:
    """One text and what is known of it while it is read."""

    def __init__(self, whole: str, stretches: Sequence[Stretch]) -> None:
        self._whole, self._stretches = whole, stretches
        self._persons = Persons(whole)
        self._last = _NOBODY  # who spoke last
        self._heard = 0  # how far the prose is read for who speaks
        self._hearing = 0  # the first stretch not read for that to its end
        self._found: list[_Found] = []

    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations in printed order."""
        bounds = [stretch[:4] for stretch in self._stretches]
        spans = find_spans(self._whole, bounds, lambda start, end: ending_without_mark(self._whole, start, end))
        place, free, last = 0, 0, 0  # free: where the text begins that no quotation before has claimed
        for i, span in enumerate(spans):
            while self._stretches[place].end <= span.start:
                self._block_quote(place)
                place += 1
            last = max(last, place)
            while self._stretches[last].end < span.end:
                last += 1
            limit = self._stretches[last].end
            if i + 1 < len(spans):
                limit = min(limit, spans[i + 1].start)
            free = self._read(span, place, free, limit)
        for rest in range(place, len(self._stretches)):
            self._block_quote(rest)
        return tuple(found.quotation for found in self._without_doubt())

    def _read(self, span: Span, place: int, free: int, limit: int) -> int:
        """Reads one span; gives where the text behind it and its speaker goes on."""
        start = max(free, self._stretches[place].start)
        behind = speaker_behind(self._whole, span.end, limit, self._persons) if span.closed else None
        if behind is not None and self._is_speech(span, behind, start):
            self._attributed(span, place, behind)
            end = max(span.end, behind.end)
            self._heard = max(end, sentence_end(self._whole, end, limit))
            return end
        before = self._speaker_before(span, place, start)
        if before is not None:
            self._attributed(span, place, before)
        elif self._stands_alone(span, place, start):
            self._unattributed(span, place, start)
        else:
            return free
        self._heard = span.end
        return span.end

    def _is_speech(self, span: Span, behind: Speaker, start: int) -> bool:
        """Marked words before a verb are speech when they end like it; else when a sentence begins with them, is long
        enough, and the verb follows at once.
        """
        if ends_a_sentence(self._whole, span):
            return True
        lead = self._lead(start, span.start)
        at_once = behind.verb is not None and behind.verb[0] - span.end <= 1
        enough = words_of(self._whole, span).count(" ") + 1 >= _WORDS_BEFORE_VERB
        return at_once and enough and (not lead or lead[-1] in _SENTENCE_ENDS)

    def _speaker_before(self, span: Span, place: int, start: int) -> Speaker | None:
        """The speaker in front of a span that ends as a sentence, or in the paragraph above that ends in a colon."""
        if not self._ends_whole(span) or words_of(self._whole, span).count(" ") < 1:
            return None
        if self._lead(start, span.start):
            return speaker_before(self._whole, start, span.start, self._persons)
        return self._speaker_above(place) if start == self._stretches[place].start else None

    def _lead(self, start: int, at: int) -> str:
        """The last words before a mark, as far back as a speaker is looked for."""
        return self._whole[max(start, at - REACH) : at].rstrip()

    def _speaker_above(self, place: int) -> Speaker | None:
        """Reads "Budi mengatakan:" in a paragraph of its own."""
        stretch = self._stretches[place]
        if not stretch.follows or self._whole[stretch.start - 2 : stretch.start - 1] != ":":
            return None
        above = self._stretches[place - 1]
        return speaker_before(self._whole, max(above.start, self._heard), above.end, self._persons)

    def _ends_whole(self, span: Span) -> bool:
        last = self._whole[span.parts[-1][0] : span.parts[-1][1]].rstrip()[-1:]
        return last in ".?!…" or self._whole[span.end : span.end + 1] in ".\n;"

    def _stands_alone(self, span: Span, place: int, start: int) -> bool:
        """A sentence in marks that nobody is named beside: it begins where one begins and ends like one."""
        stretch = self._stretches[place]
        lead = self._lead(start, span.start)
        parted = start > stretch.start and bool(self._found)  # by its speaker: '"A," kata B, "C."'
        if lead and lead[-1] not in _SENTENCE_ENDS and not (parted and lead[-1] in ",:"):
            return False
        if words_of(self._whole, span).count(" ") + 1 < _WORDS:
            return False
        return self._ends_whole(span) or (ends_a_sentence(self._whole, span) and span.end == stretch.end)

    def _attributed(self, span: Span, place: int, speaker: Speaker) -> None:
        verb, said = self._words(speaker.verb), self._said(speaker)
        if speaker.kind == "pronoun":
            self._hear_to(span.start)
            self._add(span, place, self._last, verb, resolved=True)
        elif speaker.name:
            person = self._person(speaker.name, said)
            self._add(span, place, person, verb)
            house = speaker.kind == "body" and person.name == self._words(speaker.name)
            self._last = _NOBODY if house else person
        else:
            self._hear_to(span.start)
            self._add(span, place, Person("", said), verb)
            if not speaker.meant:
                self._last = _NOBODY

    def _person(self, name: Bounds, said: str | None) -> Person:
        """Whom a name means; what looks like an institution may be a short form of somebody's name ("AHY")."""
        return self._persons.full(self._whole[slice(*name)], said, name[0])

    def _said(self, speaker: Speaker) -> str | None:
        """What is said of a speaker before the name and behind it."""
        parts = (self._words(speaker.description), self._words(speaker.house))
        return " ".join(part for part in parts if part) or None

    def _words(self, bounds: Bounds | None) -> str | None:
        return self._whole[slice(*bounds)] if bounds else None

    def _unattributed(self, span: Span, place: int, start: int) -> None:
        """The rest of a quote that its speaker parts ("A," kata B. "C."), or one that goes on without a verb."""
        previous = self._found[-1] if self._found else None
        parted = start > self._stretches[place].start and not self._whole[self._heard : span.start].strip(" .,;:\n")
        if previous and parted:
            quotation = previous.quotation
            self._add(span, place, previous.person, quotation.verb, resolved=quotation.resolved)
            return
        if not self._hear_to(span.start):
            self._last = _NOBODY  # whoever says this may say the next one too
        self._add(span, place, self._last, None, resolved=True, guessed=True)

    def _add(
        self,
        span: Span,
        place: int,
        person: Person,
        verb: str | None,
        *,
        resolved: bool = False,
        guessed: bool = False,
    ) -> None:
        stretch, text = self._stretches[place], words_of(self._whole, span)
        if not text:
            return
        quotation = Quotation(
            text=text,
            speaker=person.name or None,
            description=person.description,
            verb=verb,
            resolved=resolved and bool(person.name),
            section=stretch.section,
            block=stretch.block,
            start=span.start - stretch.start,
        )
        self._found.append(_Found(quotation, place, span.end, person, guessed))

    def _hear_to(self, end: int) -> bool:
        """Reads the prose up to `end` for who speaks; whether its last sentence reports speech, if it has any."""
        goes_on = True
        while self._stretches[self._hearing].end <= self._heard:
            self._hearing += 1
        for place in range(self._hearing, len(self._stretches)):
            stretch = self._stretches[place]
            if stretch.start >= end:
                break
            for sentence in sentences(self._whole, max(stretch.start, self._heard), min(stretch.end, end)):
                goes_on = self._hear(*sentence)
        self._heard = max(self._heard, end)
        return goes_on

    def _hear(self, start: int, end: int) -> bool:
        """Whether a sentence reports speech; then its speaker is the last one."""
        told = speaker_told(self._whole, start, end, self._persons)
        if told is None:
            other = subject_of(self._whole, start, end, self._persons) if self._last.name else None
            if other and not set(other.split()) & set(self._last.name.split()):
                self._last = _NOBODY  # who may speak next
            return False
        if told.kind == "named" and told.name:
            self._last = self._person(told.name, self._said(told))
        elif told.kind == "body" or (told.kind == "unnamed" and not told.meant):
            self._last = _NOBODY
        return True

    def _block_quote(self, place: int) -> None:
        """A block quote without marks: its source names the speaker, else the words above it."""
        stretch = self._stretches[place]
        if stretch.cite is None:
            return
        span = Span(stretch.start, stretch.end, ((stretch.start, stretch.end),), closed=False)
        above = self._speaker_above(place)
        cited = speaker_cited(stretch.cite, self._persons) if stretch.cite else None
        if cited is not None and cited.name:
            said = stretch.cite[slice(*cited.description)] if cited.description else None
            self._add(span, place, self._persons.full(stretch.cite[slice(*cited.name)], said, stretch.start), None)
        elif above is not None:
            self._attributed(span, place, above)
        else:
            self._add(span, place, _NOBODY, None)
        self._heard = max(self._heard, stretch.end)

    def _without_doubt(self) -> list[_Found]:
        """A paragraph between one speaker's quote and another's may be either's: nobody is named."""
        kept = list(self._found)
        for i, (one, following) in enumerate(pairwise(self._found)):
            told = following.quotation
            next_door = one.guessed and following.place == one.place + 1 and not (following.guessed or told.resolved)
            if next_door and following.person.name != one.person.name:
                kept[i] = one._replace(quotation=_nobodys(one.quotation))
        return kept


def _nobodys(quotation: Quotation) -> Quotation:
    return Quotation(
        text=quotation.text,
        verb=quotation.verb,
        section=quotation.section,
        block=quotation.block,
        start=quotation.start,
    )
