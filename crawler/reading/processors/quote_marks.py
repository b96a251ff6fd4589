"""Stretches of a text that stand between quotation marks, however the page prints the marks."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

# Double marks, also typed as two single ones, and single ones, which may be apostrophes ("Jum'at", "Al-Qur'an").
_MARK = re.compile(r"[“”„‟«»\"]|['‘’]{1,2}")
_ALL = "\"“”'’‘„‟«»"
_OPENS = frozenset("“„‟«")
_CLOSES = frozenset("”»")
_BEFORE_OPENING = frozenset(" \n\t([{—–/-“”„‟«\"'‘’")
_AFTER_CLOSING = frozenset(" \n\t.,;:?!)]}—–…”»\"'’")
_SENTENCE = frozenset(".,:;?!…")


class Span(NamedTuple):
    """Words between marks. start: of the opening mark; end: behind the closing one; parts: the words, paragraph by
    paragraph; closed: a closing mark is printed. All in characters of the whole text.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    closed: bool


def find_spans(
    whole: str, blocks: Sequence[tuple[int, int, bool, bool]], unclosed: Callable[[int, int], int | None]
) -> list[Span]:
    """The spans of a text in order. blocks: start and end of each paragraph, whether marks stand in it, and whether it
    may go on with a quote that the one before left open: each paragraph of such a quote opens with a mark, only the
    last closes. unclosed: where words that run to the end of a paragraph without a closing mark end nevertheless ("Kita
    harus siap, ujarnya.").
    """
    found: list[Span] = []
    left: _Open | None = None
    for start, end, marked, follows in blocks:
        if left is not None and not follows:
            found.append(left.span())
            left = None
        if left is None and not marked:
            continue
        left = _in_block(whole, start, end, left, found, singles=True)
        stop = unclosed(left.parts[-1][0], end) if left is not None else None
        if left is not None and stop is not None:
            found.append(left.ended(stop))
            left = None
    if left is not None:
        found.append(left.span())
    return found


class _Open:
    """A quote that its paragraph leaves open."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.parts: list[tuple[int, int]] = []

    def span(self) -> Span:
        return Span(self.start, self.parts[-1][1], tuple(self.parts), closed=False)

    def ended(self, stop: int) -> Span:
        """As if a closing mark stood at `stop`."""
        self.parts[-1] = (self.parts[-1][0], stop)
        return Span(self.start, stop, tuple(self.parts), closed=True)


def _in_block(
    whole: str, start: int, end: int, left: _Open | None, found: list[Span], *, singles: bool
) -> _Open | None:
    """Appends the spans of one block; gives the one it leaves open. left: the same of the block before; singles: single
    marks count.
    """
    before, kept = len(found), len(left.parts) if left is not None else 0
    state = _State(whole, start, end, found, left)
    for mark in _MARK.finditer(whole, start, end):
        state.take(mark.start(), mark.end(), singles=singles)
    if state.depth and state.single:  # the single mark was an apostrophe: "'Kan sudah, " kata Budi
        del found[before:]
        if left is not None:
            del left.parts[kept:]
        return _in_block(whole, start, end, left, found, singles=False)
    return state.finish()


class _State:
    """Where a block's marks stand: outside, or inside a quote that is open with `depth` marks."""

    def __init__(self, whole: str, start: int, end: int, found: list[Span], left: _Open | None) -> None:
        self.whole, self.start, self.end, self.found = whole, start, end, found
        self.left = left  # of the block before, until it is known whether this one goes on with it
        self.open = _Open(start)
        self.inner, self.depth, self.single = start, 0, False

    def take(self, at: int, behind: int, *, singles: bool) -> None:
        single = behind - at == 1 and self.whole[at] in "'‘’"
        if single and (not singles or self._apostrophe(at)):
            return
        if self.depth == 0:
            self._outside(at, behind, single)
        elif single and not self.single:
            return  # a quote inside the quote, or an apostrophe
        elif self.whole[at - 1] == "\n" and self._can_open(at, behind):
            self.open.parts.append((self.inner, at - 1))  # a further paragraph of the same quote
            self.inner = behind
        elif self._nests(at, behind) and not single:
            self.depth += 1
        else:
            self._close(at, behind)

    def _apostrophe(self, at: int) -> bool:
        """A single mark that neither opens a word nor ends a sentence."""
        before = self.whole[at - 1] if at > self.start else " "
        return before.isalnum() or (self.whole[at] == "’" and before not in _SENTENCE)

    def _outside(self, at: int, behind: int, single: bool) -> None:
        opening = self._can_open(at, behind)
        if self.left is not None and (at == self.start or not opening):
            self.open, self.left = self.left, None
            self.inner, self.depth = (behind if at == self.start else self.start), 1
            if at != self.start:
                self._close(at, behind)
            return
        self._drop_left()
        if opening and (not single or self._heads(at)):
            self.open, self.inner, self.depth, self.single = _Open(at), behind, 1, single

    def _heads_a_sentence(self, at: int) -> bool:
        return at == self.start or self.whole[max(self.start, at - 2) : at].strip() in (".", ",", ":", "?", "!")

    def _heads(self, at: int) -> bool:
        """A single mark opens a quotation at the head of a paragraph or behind a comma or colon only."""
        head = self.whole[self.start : at].rstrip() if at - self.start < 3 else self.whole[at - 2 : at].rstrip()
        return not head or head[-1] in ",:."

    def _can_open(self, at: int, behind: int) -> bool:
        before = self.whole[at - 1] if at > self.start else " "
        after = self.whole[behind] if behind < self.end else " "
        if after.isspace():  # a mark that stands alone opens at the head of a sentence only
            return before.isspace() and (self.whole[at] in _OPENS or self._heads_a_sentence(at))
        return before in _BEFORE_OPENING or (self.whole[at] in _OPENS and after not in _AFTER_CLOSING)

    def _nests(self, at: int, behind: int) -> bool:
        """A mark that opens inside a quote: space before it and none behind, or a mark made for opening."""
        before = self.whole[at - 1]
        after = self.whole[behind] if behind < self.end else " "
        return (before.isspace() or before == "(") and after not in _AFTER_CLOSING and self.whole[at] not in _CLOSES

    def _close(self, at: int, behind: int) -> None:
        self.depth -= 1
        if self.depth and not self._ends_all(at, behind):
            return
        self.depth = 0
        self.open.parts.append((self.inner, at))
        self.found.append(Span(self.open.start, behind, tuple(self.open.parts), closed=True))

    def _ends_all(self, at: int, behind: int) -> bool:
        """A mark behind a comma and before a word closes also an inner quote whose own mark is missing."""
        return self.whole[at - 1] == "," and self.whole[behind : behind + 2].strip().isalpha()

    def _drop_left(self) -> None:
        if self.left is not None:
            self.found.append(self.left.span())
            self.left = None

    def finish(self) -> _Open | None:
        if self.depth:
            self.open.parts.append((self.inner, self.end))
            return self.open
        self._drop_left()
        return None


def words_of(whole: str, span: Span) -> str:
    """What is said: the parts without white space around them, joined by newlines."""
    return "\n".join(text for start, end in span.parts if (text := whole[start:end].strip()))


def ends_a_sentence(whole: str, span: Span) -> bool:
    """Whether the words end as a sentence or before its comma, inside the mark or right behind it."""
    last = whole[span.parts[-1][0] : span.parts[-1][1]].rstrip()[-1:]
    return last in _SENTENCE or whole[span.end : span.end + 1] in _SENTENCE


def has_marks(text: str) -> bool:
    """Whether any quotation mark, or what may be one, stands in the text."""
    return any(mark in text for mark in _ALL)
