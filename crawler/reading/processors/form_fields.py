"""The inputs of a form: their names, labels and kinds, hidden ones marked."""

from collections.abc import Iterator

from lxml.etree import _Element

from archive.article import FormField
from crawler.reading.processors import text as words
from crawler.reading.processors.text import fold

_FIELDS = ("input", "textarea", "select")
_BUTTONS = frozenset({"submit", "button", "image", "reset"})


def fields_of(form: _Element) -> Iterator[FormField]:
    """The fields in document order, buttons left out; a field without name and id is none."""
    labels = {label.get("for"): words.of(label) for label in form.iter("label") if label.get("for")}
    for field in form.iter(*_FIELDS):
        kind = (field.get("type") or "text").lower() if field.tag == "input" else str(field.tag)
        name = field.get("name") or field.get("id")
        if kind in _BUTTONS or not name:
            continue
        yield FormField(
            name=name,
            label=fold(labels.get(field.get("id")) or _label(field)),
            type=kind,
            required=field.get("required") is not None or field.get("aria-required") == "true",
            hidden=kind == "hidden" or _is_hidden(field, form),
        )


def _label(field: _Element) -> str | None:
    """The label around the field, else what stands in for one."""
    around = field.getparent()
    if around is not None and around.tag == "label":
        return words.of(around)
    return field.get("aria-label") or field.get("placeholder")


def _is_hidden(field: _Element, form: _Element) -> bool:
    """Whether the field or a box around it inside the form is not displayed (Akismet's honeypot)."""
    element: _Element | None = field
    while element is not None and element is not form:
        if "display:none" in (element.get("style") or "").replace(" ", "").lower():
            return True
        element = element.getparent()
    return False
