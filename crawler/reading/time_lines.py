"""The lines around a text that print when it was published or changed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from crawler.reading.head import Surroundings
from crawler.reading.marks import words_of as marked_words
from crawler.reading.own_boxes import is_others, is_own
from crawler.reading.processors.ago import AGO
from crawler.reading.processors.moment import DATE, TIME_OF_DAY, time_of, words_of
from crawler.reading.tree import Tree
from crawler.reading.walk import Line

_LIKELY = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b|\b\d{1,2}[ -][a-z]{3,9}\.?[ -]['’]?\d\d\b"
    r"|\b(?:detik|menit|mnt|jam|hari|min|hrs?|minutes?|hours?|days?)\s+(?:(?:yang|yg)\s+)?(?:lalu|ago)\b"
    r"|\bkemarin\b|\bbaru saja\b|\bhari ini,?\s+(?:pukul\s+)?\d{1,2}[.:]\d\d",
    re.IGNORECASE,
)
# "Terakhir diperbarui" = last updated, "Diubah" = changed, "Diedit", "Disunting" = edited, "Pembaruan" = an update
_CHANGED = (
    r"(?:terakhir\s+)?(?:diperba(?:r|ha)?[ru]+i|perbarui|diubah|diedit|disunting|di-?update|dimutakhirkan|pembaruan"
    r"|pemutakhiran)(?:\s+terakhir)?|(?:last\s+)?(?:updated?|modified|edited)"
)
# "Terbit", "Tayang" = appeared, "Dipublikasikan" = published, "Diunggah" = uploaded, "Dimuat" = printed
_PUBLISHED = (
    r"(?:di)?terbit(?:kan)?|(?:di)?tayang(?:kan)?|(?:di)?publikasi(?:kan)?|dipos(?:t?kan|ting)|diunggah|dimuat"
    r"|published|posted"
)
_ON = r"[\s:|,.–—-]*(?:(?:pada|tanggal|tgl|hari|on|at)\b[\s:,]*)*"
# A label stands right before its moment: "UPDATE Banjir di Garut 2 Mei 2020" is a headline.
_LABEL = re.compile(
    rf"\b(?:(?P<changed>{_CHANGED})|{_PUBLISHED})\b"
    rf"(?={_ON}(?:[a-z'’`]{{3,9}}[\s,./(-]+){{0,2}}(?:\d|baru saja|kemarin|se(?:jam|menit)))",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(rf"(?:(?P<changed>{_CHANGED})|{_PUBLISHED}){_ON}", re.IGNORECASE)
# A linked line or a caption is a date only when it begins with one: "3 Mei 2020", "Jumat, 9 Oktober 2020", "May 29,
# 2025"; a rubric may stand before it: "News January 27, 2016".
_BEGINS = re.compile(
    r"(?:\w+,?\s+)?\d{1,2}[\s/.-](?:[a-z]{3,9}|\d{1,2})[\s/.-]\d{4}|(?:\w+\s+)?[a-z]{3,9}\s\d{1,2},\s\d{4}",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b\d{1,2}[:.]\d\d\b")
# What stands around a date in running text, captions and announcements: "digelar 12 Desember 2026 pukul 19.00 di Solo"
# (held on ... in Solo), "12-15 Desember 2026".
_RUNS_INTO = re.compile(
    r"(?:\b(?:hingga|sampai|sejak|mulai|digelar|berlangsung|periode|dari|jadwal|until|since|from|due|s/d)"
    r"|(?<!\w)\d{1,2}(?: (?:jan|[fp]eb|mar|apr|mei|jun|jul|ag|sep|okt|no[vp]|des)[a-z]*)? ?[-–])\s*$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*[-–—]")
_RUNS_ON = re.compile(
    r"[\s,)]*(?:di|dan|dalam|untuk|yang|hingga|sampai|dengan|saat|ini|lalu|nanti|mendatang|akan|and|until)\b",
    re.IGNORECASE,
)
# A time that counts from now stands apart: "NASIONAL | 2 jam yang lalu" (2 hours ago), not "Cuaca hari ini" (today).
_APART = re.compile(r"[|•·]|:(?!\d)|\s[-–—]\s")
_RELATIVE = re.compile(
    rf"\s*(?:{AGO}"
    r"|(?:kemarin|hari ini|baru saja|yesterday|today|just now)(?:,?\s+(?:pukul\s+)?\d{1,2}[.:]\d\d[\sA-Z]{0,5})?)\s*",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", "”", '"', "…")
# "Oleh", "Laporan" = by; a name before a day is a byline, other words are a headline or a caption.
_CREDIT = re.compile(r"\b(?:oleh|by|penulis|reporter|laporan|pewarta|editor|kontributor)\b", re.IGNORECASE)
_FEW = 3
# What a page calls the strip at its top, where the date of the day stands: no article's own head has these words.
_STRIP = frozenset({"masthead", "topbar", "navbar", "nav", "clock", "jam", "topnav", "today"})
_SHORT = 70
_LONG = 160
_ADDED = 40  # characters that a line with a date may hold beside it: names, a rubric, a counter of views
_TEASER = 30  # characters of a linked line that is a headline


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says of a time: the text, where it stands, and whether it is marked as the time of a change.

    sure: whether it is known to be the article's own where no tag confirms it.
    """

    text: str
    place: str
    changed: bool
    sure: bool = True

    @property
    def source(self) -> str:
        """The rule that gave it."""
        return f"line {self.place}"


def own_lines(tree: Tree, around: Surroundings, headline: _Element | None) -> Surroundings:
    """The surroundings without the strip at the top of the page, and without what follows the first teaser below."""
    above = tuple(line for line in around.above if not _in_strip(tree, line, headline))
    below = (line for line in _before_teasers(around.below) if not is_others(line.owner, headline, lists=True))
    return Surroundings(above, around.between, tuple(below))


def printed_times(around: Surroundings, headline: _Element | None) -> list[Said]:
    """What the lines around a text print of its times, the likeliest place first."""
    found = [*_of_lines(around.between, "below headline"), *reversed(list(_of_lines(around.above, "above headline")))]
    below = around.below

    def is_sure(line: Line) -> bool:
        """The date of the day stands there too: the article's own is marked, or a minute right below the text."""
        return is_own(line.owner, headline) or (line is below[0] and _HOURS.search(line.text) is not None)

    return [*found, *_of_lines(below, "below text", is_sure)]


def is_labelled(text: str) -> bool:
    """Whether a label stands before the moment in a line: "Diterbitkan 10 Juni 2026" (published)."""
    return _LABEL.search(text) is not None


def in_boxes(around: Surroundings) -> Said | None:
    """Short lines together: papers print month, day, year and time in boxes of their own."""
    short = " ".join(line.text for line in around.between if len(line.text) < 24 and not line.is_linked)
    return Said(short, "below headline", changed=False) if _LIKELY.search(short) else None


def _before_teasers(below: Sequence[Line]) -> Iterator[Line]:
    """The lines below a text up to the first linked headline: what follows dates other articles."""
    for line in below:
        if line.is_linked and len(line.text) > _TEASER:
            return
        yield line


def _of_lines(lines: Sequence[Line], place: str, is_sure: Callable[[Line], bool] = lambda _: True) -> Iterator[Said]:
    """A label, a date and a time of day may each stand on a line of their own."""
    label, hours, had = None, "", -1
    for at, line in enumerate(lines):
        text = line.text
        if at <= had or line.aside:
            continue
        if not _is_time(line):
            label = _LABEL_ALONE.fullmatch(text) if len(text) < 40 else None
            hours = text if label is None and _is_hours(text) else ""
            continue
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        if not _HOURS.search(text) and _is_hours(following):
            text, had = f"{text} {following}", at + 1
        elif not _HOURS.search(text) and hours:
            text = f"{hours}, {text}"
        for part, changed in _parts(text):
            sure = label is not None or is_labelled(part) or is_sure(line)
            yield Said(part, place, changed or (label is not None and label["changed"] is not None), sure)
        label, hours = None, ""


def _is_hours(text: str) -> bool:
    """Whether a line is a time of day and nothing else: "18:05 WIB", "| 18.05", "pukul 18.05"."""
    if len(text) > 24 or (":" not in text and "." not in text):
        return False
    time = TIME_OF_DAY.search(text)
    return time is not None and re.sub(r"pukul|jam|at|\W", "", text[: time.start()] + text[time.end() :]) == ""


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """A line by its labels: "06 Okt 2020, 22:25 WIB Diperbarui 06 Okt 2020, 23:10 WIB" has a moment of each kind."""
    at, changed = 0, False
    for label in _LABEL.finditer(text):
        if _LIKELY.search(part := text[at : label.start()]):
            yield part.strip(), changed
        at, changed = label.start(), label["changed"] is not None
    yield text[at:].strip(), changed


def _is_time(line: Line) -> bool:
    """Whether a line may print the time. In a link or a caption it must begin with it: else it is a headline with a
    date in it, or says when a picture was taken ("Jembatan pada 1 Januari 2020 pukul 10.00").
    """
    text = line.text
    if len(text) > _LONG or _LIKELY.search(text) is None:
        return False
    if len(text) > _SHORT and not _HOURS.search(text):  # a caption: "... di Ambon, Selasa (22/2/2022)."
        return False
    if (line.is_linked or line.caption) and _BEGINS.match(text) is None:
        return False
    return not _is_running_text(text)


def _is_running_text(text: str) -> bool:
    """Whether a date stands in a sentence, a caption or the announcement of an event."""
    date = DATE.search(text)
    if date is None:
        return _LABEL.search(text) is None and not any(map(_RELATIVE.fullmatch, _APART.split(text)))
    time = time_of(text, date)
    before, _, behind = text.partition(words_of(text, date, time))
    if _RUNS_INTO.search(before) or (time is None and _TO.match(behind) and DATE.match(behind.lstrip(" -–—"))):
        return True
    if time is None and before[-1:] == " " and len(before.split()) > _FEW and _CREDIT.search(before) is None:
        return before.rstrip()[-1:].isalnum()
    if before.strip() and _RUNS_ON.match(behind) and _LABEL.search(text) is None:
        return True
    return text.endswith(_ENDS) and len(before) + len(behind) > _ADDED


def _in_strip(tree: Tree, line: Line, headline: _Element | None) -> bool:
    """Whether a line above the headline stands in the strip at the top of the page, where today's date is printed."""
    top = tree.spans[headline][0] if headline is not None and headline in tree.spans else 0
    for box in (line.owner, *line.owner.iterancestors()):
        start, end = tree.spans.get(box, (0, 0))
        if start <= top < end:
            return False
        if box.tag in ("header", "nav") or not _STRIP.isdisjoint(
            marked_words(box.get("class") or "", box.get("id") or "")
        ):
            return True
    return False
