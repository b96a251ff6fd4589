"""The reader-comment form of a page: WordPress and its plug-ins, Disqus, Facebook, and sites' own."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml.html import HtmlElement

from archive.article import CommentForm, FormField, FormKind, FormState
from crawler.reading.processors import text as words
from crawler.reading.processors.text import fold

# Ids and classes that speak of comments: "komentar", "tanggapan" are Indonesian for comment, "balasan" for reply.
_MARK = re.compile(r"comment|komentar|respond|disqus|wpd|tanggapan|balasan|jetpack_remote|fb-comm", re.IGNORECASE)
_NOT_MARK = re.compile(
    r"count|icon|link|meta|number|jumlah|popover|toggle|btn|button|share|responds?ive|no-?comment-?s?pace"
)
_HEADING = re.compile(
    r"(?:leave|post|write|add) (?:a|your) (?:reply|comment)|(?:tinggalkan|tulis|kirim|beri(?:kan)?|isi|poskan|posting) "
    r"(?:balasan|komentar|tanggapan)|komentari|join the (?:discussion|conversation)|bagaimana tanggapan anda",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"alamat (?:email|surel) anda|your email address|required fields|ruas yang wajib", re.IGNORECASE)
_CLOSED = re.compile(
    r"(?:kolom )?komentar (?:telah |sudah )?(?:di ?tutup|dinonaktifkan)|comments? (?:are|is) (?:now )?closed",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:anda )?(?:harus|silakan|silahkan|wajib) (?:masuk|log ?in)|must be (?:logged|signed) in"
    r"|(?:masuk|log ?in) (?:untuk|dulu) .{0,20}komentar",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(\d{1,6})\s+(?:komentar|comments?|tanggapan|balasan|repl(?:y|ies)|responses?|thoughts?)\b", re.IGNORECASE
)
_OTHER_FORM = re.compile(
    r"search|cari|subscri|newsletter|berlangganan|login|masuk|register|daftar|poll|contact", re.IGNORECASE
)
_BOXES = ("div", "section", "form", "iframe", "ol", "ul", "aside", "article", "fb:comments")
_FIELDS = ("input", "textarea", "select")
_BUTTONS = frozenset({"submit", "button", "image", "reset"})


def find_comment_form(root: HtmlElement, address: str) -> tuple[CommentForm, list[HtmlElement]]:
    """The form a page offers its readers, and the elements that hold it and the comments, none of them the article's.

    address: of the page, for an absolute `action`. Without a trace of comments: state "absent", kind None, no elements.
    Never raises.
    """
    boxes = list(_boxes(root))
    if not boxes:
        return CommentForm(), []
    form = next((f for box in boxes for f in _forms(box)), None)
    kind = _kind(boxes, form)
    around = _around(boxes)
    told = "\n".join(words.of(box) for box in around)
    state = _state(told, form, kind)
    if state == "absent":
        return CommentForm(comments=_comments(told)), around
    return (
        CommentForm(
            state=state,
            kind=kind,
            heading=_heading(around),
            notice=_notice(around),
            method=(form.get("method") or "").lower() or None if form is not None else None,
            action=_action(form, address),
            fields=tuple(_fields(form)) if form is not None else (),
            comments=_comments(told),
        ),
        around,
    )


def _boxes(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iter(*_BOXES):
        if _speaks_of_comments(element) and not _holds_article(element):
            yield element


def _speaks_of_comments(element: HtmlElement) -> bool:
    if element.tag == "fb:comments" or "facebook.com/plugins/comments" in (element.get("src") or ""):
        return True
    mark = f"{element.get('id') or ''} {element.get('class') or ''}"
    return len(mark) > 1 and _MARK.search(mark) is not None and not _NOT_MARK.search(mark.lower())


def _holds_article(element: HtmlElement) -> bool:
    """Whether the article's own text may stand inside: then it is a page's body class, not a comment box."""
    if element.tag in ("body", "html", "main"):
        return True
    if element.find(".//h1") is not None:
        return True
    return element.find(".//*[@itemprop='articleBody']") is not None


def _forms(box: HtmlElement) -> Iterator[HtmlElement]:
    forms = [box] if box.tag == "form" else list(box.iter("form"))
    for form in forms:
        mark = f"{form.get('id') or ''} {form.get('class') or ''} {form.get('action') or ''} {form.get('role') or ''}"
        area = form.find(".//textarea")
        if _MARK.search(mark) or (area is not None and not _OTHER_FORM.search(mark)):
            yield form


def _kind(boxes: list[HtmlElement], form: HtmlElement | None) -> FormKind:
    marks = " ".join(f"{box.get('id') or ''} {box.get('class') or ''} {box.get('src') or ''}" for box in boxes)
    if "wpdiscuz" in marks or "wpdcom" in marks or "wpd-" in marks or "wpcomm" in marks:
        return "wpdiscuz"
    if "jetpack_remote_comment" in marks:
        return "jetpack"
    if form is not None and ("wp-comments-post" in (form.get("action") or "") or form.get("id") == "commentform"):
        return "wordpress"
    if "disqus" in marks:
        return "disqus"
    if "fb-comment" in marks or "facebook.com/plugins" in marks or any(box.tag == "fb:comments" for box in boxes):
        return "facebook"
    if form is None and "comment-respond" in marks:
        return "wordpress"
    return "other"


def _around(boxes: list[HtmlElement]) -> list[HtmlElement]:
    """The outermost of the boxes: the others are inside."""
    chosen: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    for box in boxes:  # in document order: an outer box comes before its inner ones
        if not any(parent in inside for parent in box.iterancestors()):
            chosen.append(box)
            inside.add(box)
    return chosen


def _state(told: str, form: HtmlElement | None, kind: FormKind) -> FormState:
    if _CLOSED.search(told):
        return "closed"
    if form is None and _LOGIN.search(told):
        return "login_required"
    if form is not None or kind in ("disqus", "facebook", "jetpack", "wpdiscuz"):
        return "open"
    return "open" if _HEADING.search(told) else "absent"


def _heading(around: list[HtmlElement]) -> str | None:
    for box in around:
        for element in box.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "label"):
            mark = f"{element.get('id') or ''} {element.get('class') or ''}"
            if "reply-title" in mark or (
                len(element) < 4 and _HEADING.search(told := words.of(element)) and len(told) < 80
            ):
                return _without_cancel(element)
    return None


def _without_cancel(element: HtmlElement) -> str | None:
    """The heading less WordPress's link "Batalkan balasan" (cancel reply), which stands hidden inside it."""
    cancel = element.find(".//*[@id='cancel-comment-reply-link']")
    told = fold(words.of(element))
    gone = fold(words.of(cancel)) if cancel is not None else None
    return fold(told.removesuffix(gone)) if told and gone else told


def _notice(around: list[HtmlElement]) -> str | None:
    for box in around:
        for element in box.iter("p", "div", "span"):
            if "comment-notes" in (element.get("class") or "") or (
                not len(element) and _NOTICE.search(element.text or "")
            ):
                return fold(words.of(element))
    return None


def _action(form: HtmlElement | None, address: str) -> str | None:
    action = (form.get("action") or "").strip() if form is not None else ""
    if not action:
        return None
    try:
        return urljoin(address, action)
    except ValueError:
        return None


def _fields(form: HtmlElement) -> Iterator[FormField]:
    labels = {label.get("for"): words.of(label) for label in form.iter("label") if label.get("for")}
    for field in form.iter(*_FIELDS):
        kind = (field.get("type") or "text").lower() if field.tag == "input" else str(field.tag)
        name = field.get("name") or field.get("id")
        if kind in _BUTTONS or not name:
            continue
        label = labels.get(field.get("id")) or field.get("aria-label") or field.get("placeholder")
        yield FormField(
            name=name,
            label=fold(label),
            type=kind,
            required=field.get("required") is not None or field.get("aria-required") == "true",
            hidden=kind == "hidden" or _is_hidden(field, form),
        )


def _is_hidden(field: HtmlElement, form: HtmlElement) -> bool:
    """Whether the field or a box around it inside the form is not displayed (Akismet's honeypot)."""
    element: HtmlElement | None = field
    while element is not None and element is not form:
        if "display:none" in (element.get("style") or "").replace(" ", "").lower():
            return True
        element = element.getparent()
    return False


def _comments(told: str) -> int | None:
    found = _COUNT.search(told)
    return int(found[1]) if found else None
