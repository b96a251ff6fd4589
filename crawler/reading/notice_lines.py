"""Notices of corrections and rights that stand beside a text, added to those cut from it."""

from collections.abc import Sequence

from archive.article import Correction
from crawler.reading.head import Surroundings
from crawler.reading.processors.correction import labelled, sentence_kind
from crawler.reading.processors.credit import is_credit
from crawler.reading.processors.picture import absolute
from crawler.reading.processors.rights import is_rights, split_rights


def corrections_with(in_text: Sequence[Correction], around: Surroundings, address: str) -> tuple[Correction, ...]:
    """The notices in the text, and those of lines right above and below it, as a box under the headline holds one."""
    found = list(in_text)
    known = {line for notice in in_text for line in notice.text.split("\n")}
    for line in (*around.between, *around.below):
        if line.text in known:
            continue
        if kind := labelled(line.text) or (None if line.aside else sentence_kind(line.text)):
            url = next((url for link in line.owner.iter("a") if (url := absolute(address, link.get("href")))), None)
            found.append(Correction(kind=kind, text=line.text, url=url))
    return tuple(dict.fromkeys(found))


def rights_with(in_text: Sequence[str], around: Surroundings) -> str | None:
    """The notices in the text, and those below it that forbid something or stand in the line of its credits.

    A copyright line further down is the site's footer.
    """
    below = [line.text for line in around.below if not line.aside]
    found: list[str] = []
    for before, text in zip(["", *below], below, strict=False):
        if is_rights(text) and (is_credit(before) or "dilarang" in text[:12].lower()):
            found.append(text)
        elif is_credit(text) and (owned := split_rights(text)[1]):
            found.append(owned)
    return "\n".join(dict.fromkeys([*in_text, *found])) or None
