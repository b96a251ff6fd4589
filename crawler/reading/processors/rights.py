"""A printed rights notice: against copying a text or feeding it to machines, or whose copyright it is."""

import re

# "Dilarang keras mengambil konten, melakukan crawling ..." = taking content, crawling ... is strictly forbidden. It
# must be the paper's own: "Dilarang mengambil gambar di museum" (no pictures in the museum) is news.
_FORBIDS = re.compile(
    r"\W{0,4}dilarang\s(?:keras\s)?(?:meng|meny|mem|mel|copy|merekam).{0,200}\b(?:konten|crawling|pengindeksan"
    r"|(?:isi\s)?(?:artikel|berita|tulisan)(?:\sini)?|redaksi|(?:situs|situs\sweb|website|laman)\sini|kantor\sberita)\b",
    re.IGNORECASE,
)
# "Hak cipta dilindungi undang-undang" = copyright is protected by law.
_OWNS = re.compile(
    r"\W{0,4}(?:copyright\s?(?:©|\(c\)|\d{4}\b)|©\s?(?:copyright|\d{4}\b|[A-Z])|\(c\)\s?(?:copyright|\d{4}\b)"
    r"|hak\scipta\s(?:©|\(c\)|\d{4}\b|dilindungi\b|milik\b|pada\b)|semua\shak\s(?:cipta\s)?dilindungi|all\srights?\sreserved)",
    re.IGNORECASE,
)
# "Pewarta: ... Editor: ... Copyright © WARTA 2026": Antara prints it in the line of the credits.
_BEHIND = re.compile(r"\s((?:copyright|hak\scipta)\s?(?:©|\(c\)).{2,60}|©\s?[^©]{2,40}\d{4})$", re.IGNORECASE)
_LONG, _SHORT = 500, 200


def is_rights(text: str) -> bool:
    """Whether a line is a rights notice; a sentence that only speaks of copyright is none."""
    if len(text) > _LONG:
        return False
    start = text[:12].lower()
    if "dilarang" in start:
        return _FORBIDS.match(text) is not None
    return len(text) <= _SHORT and _OWNS.match(text) is not None


def split_rights(credit: str) -> tuple[str, str | None]:
    """A line of credits, and the copyright that ends it; None without."""
    found = _BEHIND.search(credit[-80:])
    if found is None:
        return credit, None
    return credit[: len(credit) - len(found[0])], found[1]
