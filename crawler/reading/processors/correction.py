"""Notices that an article was corrected, answered or changed, known by their printed forms."""

import re

from archive.article import CorrectionKind

# Labels that begin or head a notice. "Ralat" and "koreksi" = correction, "catatan redaksi" = editor's note,
# "hak jawab" = right of reply.
_LABELS: tuple[tuple[str, CorrectionKind], ...] = (
    (
        r"ralat(?:\s(?:berita|redaksi|judul|foto))?(?:\sdan\spermohonan\smaaf)?|permohonan\smaaf(?:\sredaksi)?|pembetulan",
        "ralat",
    ),
    (r"koreksi(?:\s(?:berita|redaksi|judul))?|corrections?", "ralat"),
    (r"(?:catatan|nota|keterangan)\s(?:dari\s)?(?:redaksi|editor|penyunting)|editor['’]?s?\snote", "catatan_redaksi"),
    (r"klarifikasi\sredaksi", "catatan_redaksi"),
    (r"hak\sjawab(?:\s(?:dan|&)\s(?:hak\s)?koreksi)?|hak\skoreksi", "hak_jawab"),
)
_PLAIN = "|".join(label for label, _ in _LABELS)
_LABELLED = re.compile(
    rf"\W{{0,4}}({_PLAIN})(?:\s\([^()]{{0,40}}\))?(?:\s?[:：]\s?|\s[-–—]\s|(?:[\])]\s))(?=\S)", re.IGNORECASE
)
# "Ralat atas berita Kebun Atap: ...", "Hak Jawab Dinas Pasar terhadap artikel Kebun Atap": the article is named.
_NAMED = re.compile(
    rf"\W{{0,4}}({_PLAIN})(?:(?<=jawab)\s[^.:]{{1,80}})?\s(?:atas|terhadap|untuk)\s"
    r"(?:(?:isi|judul)\s)?(?:berita|artikel|pemberitaan|tulisan|laporan)\b(?P<rest>.{0,250}?:\s\S)?",
    re.IGNORECASE,
)
_ONLY_LABEL = re.compile(rf"\W{{0,4}}({_PLAIN})\W{{0,4}}", re.IGNORECASE)
_KINDS = tuple((re.compile(label, re.IGNORECASE), kind) for label, kind in _LABELS)
# "Koreksi" is also a fall of prices and "hak jawab" a subject of its own: these labels need words about a report of the
# paper. "seharusnya", "yang benar" = it ought to be; "tertulis" = it was written.
_PROVEN = {
    "permohonan": re.compile(
        r"\b(?:redaksi|kekeliruan|kesalahan|pembaca|(?:berita|artikel|judul)\s(?:ini|kami|sebelumnya|berjudul))\b",
        re.IGNORECASE,
    ),
    "koreksi": re.compile(
        r"\b(?:berita|artikel|judul|paragraf|tulisan|laporan|versi)\s(?:ini|di\satas|sebelumnya|awal|semula|kami|pertama)\b"
        r"|\bseharusnya\b|\byang\sbenar\b|\bredaksi\b|\bkekeliruan\b|\btertulis\b|\bkesalahan\s(?:tulis|penulisan|penyebutan)"
        r"|\b(?:article|story|version|headline|misspelled|misstated|incorrectly)\b",
        re.IGNORECASE,
    ),
    "hak": re.compile(
        r"\b(?:berita|artikel|tulisan|pemberitaan)\s(?:ini|di\satas|kami|berjudul|yang\sberjudul)\b"
        r"|\bredaksi\s(?:telah\s)?(?:menerima|memuat|menayangkan)\b|\bhak\sjawab\s(?:ini|dari|atas)\b",
        re.IGNORECASE,
    ),
}
# "Berita ini telah diperbarui" = this report was updated; "judul artikel ini telah diubah" = this article's headline
# was changed. Another text ("artikel tersebut" = that article) is what the news is about.
_CHANGED = re.compile(
    r"\W{0,4}(?:catatan\s?:\s?)?(?:judul\s(?:(?:berita|artikel)\s)?(?:ini\s|di\satas\s)?"
    r"|(?:berita|artikel|tulisan|laporan|naskah)\s(?:ini|di\satas)\s)(?:(?:telah|sudah|pernah)\s)?(?:juga\s)?"
    r"(?:mengalami\s(?:perubahan|revisi|pembaruan|penyuntingan|koreksi|perbaikan)"
    r"|di(?:perbarui|perbaharui|mutakhirkan|koreksi|revisi|ralat|ubah|perbaiki|sunting|update|cabut))\b",
    re.IGNORECASE,
)
_CHANGED_EN = re.compile(
    r"\W{0,4}(?:this\s(?:article|story|report|headline)\s(?:has\sbeen|was)\s(?:updated|corrected|amended|revised|clarified)"
    r"|an\searlier\sversion\sof\sthis\s(?:article|story|report))\b",
    re.IGNORECASE,
)
# "Redaksi (Warta.com) memohon maaf atas kekeliruan ..." = the newsroom apologises for the error ...
_APOLOGY = re.compile(
    r"\W{0,4}(?:(?:atas|untuk)\s[^.]{0,80},\s)?(?:(?:segenap|tim)\s)?(?:redaksi|kami)\s(?:[\w-]+\.[\w.]{2,12}\s|kami\s)?"
    r"(?:dengan\sini\s)?(?:(?:me)?mohon\smaaf|meminta\smaaf|minta\smaaf|menyampaikan\spermohonan\smaaf|meralat)\b",
    re.IGNORECASE,
)
_FAULT = re.compile(r"\b(?:kesalahan|kekeliruan|kekhilafan|keliru|pembaca|pemberitaan|penulisan)\b", re.IGNORECASE)
# "Terdapat kesalahan dalam berita ini" = there is an error in this report; "Sebelumnya tertulis" = it said before
_ERROR = re.compile(
    r"\W{0,4}(?:(?:terdapat|ada|telah\sterjadi|terjadi)\s(?:kesalahan|kekeliruan)\s[^.]{0,100}"
    r"\b(?:berita|artikel|judul|tulisan|paragraf)\s(?:ini|sebelumnya|di\satas|kami)\b"
    r"|(?:(?:pada|dalam)\s(?:versi|berita|artikel|judul)\s(?:sebelumnya|awal|semula),?|sebelumnya,?)\s(?:kami\s)?"
    r"(?:tertulis|menulis|ditulis|menyebut)\b[^.]{0,200}\b(?:seharusnya|yang\sbenar|diperbaiki|dikoreksi|diralat)\b)",
    re.IGNORECASE,
)
_TOLD = re.compile(r",\s(?:kata|ujar|tulis|tutur|ucap|jelas|ungkap)(?:nya)?\b|[\"”]\s")  # reported speech: it is news
_CORRECTS = re.compile(r"koreksi|ralat|perbaik|dicabut|corrected|amended|earlier", re.IGNORECASE)
_LABEL_WORDS = "ralat permohonan pembetulan koreksi correction corrections catatan nota keterangan klarifikasi hak"
_EDITOR_WORDS = "editor editors editor's editor’s"
_SENTENCE_WORDS = (
    "judul berita artikel tulisan laporan naskah this an atas untuk segenap tim redaksi kami terdapat ada telah "
    "terjadi pada dalam sebelumnya"
)
_FIRST = frozenset(f"{_LABEL_WORDS} {_EDITOR_WORDS} {_SENTENCE_WORDS}".split())


def may_be_notice(text: str) -> bool:
    """Whether the first word is one that notices begin with; cheap, and mostly no."""
    word = text[:40].lstrip(" *(-–—[_•").split(None, 1)[:1]
    return bool(word) and word[0].rstrip(":,-–—)]").lower() in _FIRST


def labelled(text: str) -> CorrectionKind | None:
    """The kind of a notice that begins with its label: "Ralat: ...", "Catatan redaksi - ..."; None for others."""
    if not may_be_notice(text):
        return None
    if found := _LABELLED.match(text):
        return _proven(found[1], text[found.end() :])
    named = _NAMED.match(text)
    return _kind(named[1]) if named and named["rest"] else None


def names_article(text: str) -> CorrectionKind | None:
    """The kind of a line that says what it corrects or answers: "Hak Jawab Dinas Pasar atas berita Kebun Atap".

    It is a notice where it links to that article.
    """
    named = _NAMED.match(text) if may_be_notice(text) else None
    return _kind(named[1]) if named else None


def label_kind(text: str, what_follows: str) -> CorrectionKind | None:
    """The kind of a notice whose label stands on a line of its own, with the notice below it."""
    found = _ONLY_LABEL.fullmatch(text) if len(text) < 60 and may_be_notice(text) else None
    return _proven(found[1], what_follows) if found else None


def sentence_kind(text: str) -> CorrectionKind | None:
    """The kind of a notice without a label: "Berita ini telah diperbarui ...", "Redaksi memohon maaf ...".

    Only the edges of a text hold such notices; in the middle the same words are news.
    """
    if not may_be_notice(text) or _TOLD.search(text):
        return None
    if changed := _CHANGED.match(text) or _CHANGED_EN.match(text):
        return "ralat" if _CORRECTS.search(changed[0]) else "pembaruan"
    if (_APOLOGY.match(text) and _FAULT.search(text)) or _ERROR.match(text):
        return "ralat"
    return None


def _proven(label: str, words: str) -> CorrectionKind | None:
    """The kind that a label says, where the words behind it do not speak of something else."""
    first = label.split()[0].casefold()
    if first in _PROVEN and not _PROVEN[first].search(words):
        return None
    return _kind(label)


def _kind(label: str) -> CorrectionKind:
    return next(kind for pattern, kind in _KINDS if pattern.fullmatch(label))
