"""The reader-comment form of a page: WordPress and its plug-ins, Disqus, Facebook, and sites' own."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin

from lxml.etree import _Element

from archive.article import CommentForm, FormKind, FormState
from crawler.reading.processors import text as words
from crawler.reading.processors.form_fields import fields_of
from crawler.reading.processors.text import fold
from crawler.reading.tree import Tree

# Ids and classes that speak of comments: "komentar" and "tanggapan" are Indonesian for comment, "balasan" for reply.
_MARK = re.compile(r"comment|komentar|disqus|wpdcom|wpcomm|wpdiscuz|tanggapan|balasan|(?:^|\s)respond(?:\s|$)")
# The same words in lists of the most commented, links to the comments, counters; a "/" is an address used as an id.
_NOT_MARK = re.compile(
    r"most|more|recent|latest|count|icon|link|meta|number|jumlah|popul|terbanyak|pilihan|toggle|btn|button|share|/"
)
_WORDPRESS = re.compile(r"comment-respond|no-comments|comment-?list|wp-block-(?:post-)?comment")
_SERVED = re.compile(r"jnews_comment_container|comments-area|comment-respond|wp-block-comments|(?:^|\s)respond(?:\s|$)")
_HEADING = re.compile(
    r"(?:leave|post|write|add) (?:a |your )?(?:reply|comment)|join the (?:discussion|conversation)|komentari"
    r"|(?:tinggalkan|tulis|kirim|beri(?:kan)?|isi|poskan|posting) (?:sebuah )?(?:balasan|komentar|tanggapan)"
    r"|(?:bagaimana|apa) tanggapan (?:anda|kamu)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"alamat (?:email|surel) (?:anda )?tidak|your email address will|required fields|(?:ruas|kolom) yang wajib",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?:kolom )?komentar (?:telah |sudah )?(?:di ?tutup|dinonaktifkan)|comments? (?:are|is) (?:now )?closed",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:harus|silakan|silahkan|wajib) (?:masuk|log ?in)|must be (?:logged|signed) in|(?:sign|log) ?in to post"
    r"|(?:masuk|log ?in) (?:untuk|dulu) .{0,20}komentar",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\W*(?:(\d{1,6}|one|satu)\s+(?:komentar|comments?|tanggapan|balasan|repl(?:y|ies)|responses?|thoughts?)\b"
    r"|(?:komentar|comments?)\s*\((\d{1,6})\))",
    re.IGNORECASE,
)
_OTHER_FORM = re.compile(r"search|subscri|newsletter|berlangganan|login|register|daftar|poll|contact", re.IGNORECASE)
_REPORT = re.compile(r"\s*(?:lapor|report)", re.IGNORECASE)  # "Laporkan Komentar" = report this comment
_BOXES = ("div", "section", "form", "iframe", "ol", "ul", "aside", "article", "fb:comments")
_TITLES = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "label")


def find_comment_form(tree: Tree, address: str) -> tuple[CommentForm, list[_Element]]:
    """The form a page offers its readers, and the elements that hold it and the comments, none of them the article's.

    address: of the page, for an absolute `action`. Without a trace of comments: state "absent", kind None, no elements.
    Never raises.
    """
    boxes = _outermost_boxes(tree)
    if not boxes:
        return CommentForm(), []
    form = next((form for box in boxes for form in _forms(box)), None)
    told = "\n".join(words.of(box) for box in boxes)
    kind = _kind(boxes, form)
    state = _state(told, form, kind, boxes)
    if state == "absent":
        return CommentForm(comments=_comments(told)), boxes
    found = CommentForm(
        state=state,
        kind=kind,
        heading=_heading(boxes) if _HEADING.search(told) or kind == "wordpress" else None,
        notice=_notice(boxes) if _NOTICE.search(told) else None,
        method=(form.get("method") or "").lower() or None if form is not None else None,
        action=_action(form, address),
        fields=tuple(fields_of(form)) if form is not None else (),
        comments=_comments(told),
    )
    return found, boxes


def _speaking_of_comments(tree: Tree) -> set[_Element]:
    """The elements whose class or id is one of a comment box, and what stands for one without it."""
    named = (*tree.classes.items(), *tree.ids.items())
    found = {element for mark, elements in named if _is_mark(mark) for element in elements}
    for frame in tree.sparse("iframe", "fb:comments"):
        marked = _is_mark(frame.get("id") or "") or _is_mark(frame.get("class") or "")
        if marked or frame.tag == "fb:comments" or "plugins/comments" in (frame.get("src") or ""):
            found.add(frame)
    return found


@lru_cache(maxsize=8192)
def _is_mark(mark: str) -> bool:
    """Whether an id or class is one of a comment box; those of a site are few, so most are looked up."""
    mark = mark.lower()
    return _MARK.search(mark) is not None and not _NOT_MARK.search(mark)


def _holds_article(tree: Tree, element: _Element) -> bool:
    """Whether the article's own text may stand inside: then it is a class of the whole page, not a comment box."""
    if next(element.iter("h1"), None) is not None:
        return True
    return any(element in body.iterancestors() for body in tree.having("articleBody"))


def _outermost_boxes(tree: Tree) -> list[_Element]:
    """The boxes of comments that stand in no other, in document order."""
    chosen: dict[_Element, None] = {}
    speaking = _speaking_of_comments(tree)
    for box in tree.root.iter(*_BOXES) if speaking else ():
        if box not in speaking or any(parent in chosen for parent in box.iterancestors()):
            continue
        if not _holds_article(tree, box):
            chosen[box] = None
    return list(chosen)


def _forms(box: _Element) -> Iterator[_Element]:
    """Forms with a box to write in; where the site writes without a form element, the box itself."""
    for form in box.iter("form"):
        mark = f"{form.get('id') or ''} {form.get('class') or ''} {form.get('action') or ''} {form.get('role') or ''}"
        own = "wp-comments-post" in mark or form.get("id") == "commentform"
        if own or (form.find(".//textarea") is not None and not _OTHER_FORM.search(mark) and not _reports(form)):
            yield form
    area = box.find(".//textarea")
    if area is not None and next(area.iterancestors("form"), None) is None:
        yield box


def _reports(form: _Element) -> bool:
    return _REPORT.match(words.of(form)) is not None


def _kind(boxes: list[_Element], form: _Element | None) -> FormKind:
    inner = [element for box in boxes for element in box.iter(*_BOXES)]
    marks = " ".join(
        f"{box.get('id') or ''} {box.get('class') or ''} {box.get('src') or ''} {box.tag!s}" for box in inner
    )
    if "wpdiscuz" in marks or "wpdcom" in marks or "wpcomm" in marks:
        return "wpdiscuz"
    if "jetpack_remote_comment" in marks:
        return "jetpack"
    if form is not None and ("wp-comments-post" in (form.get("action") or "") or form.get("id") == "commentform"):
        return "wordpress"
    if "disqus" in marks:
        return "disqus"
    if "fb-comment" in marks or "facebook.com/plugins" in marks or "fb:comments" in marks:
        return "facebook"
    return "wordpress" if _WORDPRESS.search(marks) else "other"


def _state(told: str, form: _Element | None, kind: FormKind, boxes: list[_Element]) -> FormState:
    """Open where there is something to write in, or a box that a script fills.

    WordPress serves its form in the page: a box without a form says that comments are closed or never were open.
    """
    if _CLOSED.search(told):
        return "closed"
    if _LOGIN.search(told) and (form is None or kind == "other"):
        return "login_required"
    if form is not None or kind in ("disqus", "facebook", "jetpack", "wpdiscuz") or _HEADING.search(told):
        return "open"
    if kind == "wordpress" and _comments(told):
        return "closed"
    marks = (f"{box.get('id') or ''} {box.get('class') or ''}" for box in boxes)
    return "absent" if all(_SERVED.search(mark) for mark in marks) else "open"


def _heading(boxes: list[_Element]) -> str | None:
    titles = [element for box in boxes for element in box.iter(*_TITLES)]
    for element in titles:
        if "reply-title" in f"{element.get('id') or ''} {element.get('class') or ''}":
            return _without_cancel(element)
    for element in titles:
        if len(element) < 3 and len(told := words.of(element)) < 80 and "\n" not in told and _HEADING.search(told):
            return fold(told)
    return None


def _without_cancel(element: _Element) -> str | None:
    """The heading less WordPress's link "Batalkan balasan" (cancel reply), which stands hidden inside it."""
    cancel = element.find(".//*[@id='cancel-comment-reply-link']")
    told = fold(words.of(element))
    gone = fold(words.of(cancel)) if cancel is not None else None
    return fold(told.removesuffix(gone)) if told and gone else told


def _notice(boxes: list[_Element]) -> str | None:
    """The line that says what is required and what is not published; WordPress marks it."""
    candidates = [element for box in boxes for element in box.iter("p", "div", "span")]
    candidates.sort(key=lambda element: "comment-notes" not in (element.get("class") or ""))
    for element in candidates:
        told = words.of(element) if len(element) < 4 else ""
        if "\n" not in told and len(told) < 300 and _NOTICE.search(told):
            return told
    return None


def _action(form: _Element | None, address: str) -> str | None:
    action = (form.get("action") or "").strip() if form is not None else ""
    if not action or action == "#":
        return None
    try:
        return urljoin(address, action)
    except ValueError:  # "http://[": an address that is none
        return None


def _comments(told: str) -> int | None:
    """The number in the title of the list, "12 Komentar" or "Komentar (12)"; one further down counts something else."""
    for line in told.split("\n", 4)[:4]:
        if len(line) < 120 and (found := _COUNT.match(line)):
            told_number = found[1] or found[2]
            return int(told_number) if told_number.isdecimal() else 1  # "One Reply to ...", "Satu Komentar"
    return None
