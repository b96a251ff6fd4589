"""The outline of an Article: all that its words do not say, so that a frozen page can be held to its original."""

import re
from typing import Any
from urllib.parse import urlsplit

import msgspec

from archive.article import Article
from archive.jsonl import without_blanks

# Fields whose values no word of the page gives: they are compared as they are.
_EXACT = (
    "at precision source relative country code role kind level ordered header state method type required hidden access"
    " language joined complete provider section block resolved"
)
_EXACT_FIELDS = frozenset(_EXACT.split())
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,64}")
_LEFT_OUT = frozenset({"id", "outlet", "reading"})


def outline(article: Article) -> dict[str, Any]:
    """Every field with letters as "a" and "A", digits as "0", and addresses as their host."""
    form: dict[str, Any] = without_blanks(msgspec.to_builtins(article))
    return {key: _outline(key, value) for key, value in form.items() if key not in _LEFT_OUT}


def differences(original: Article, frozen: Article) -> list[str]:
    """The fields in which two outlines differ, in the order of the Article."""
    one, other = outline(original), outline(frozen)
    return [key for key in dict.fromkeys((*one, *other)) if one.get(key) != other.get(key)]


def _outline(key: str, value: Any) -> Any:
    if key in _EXACT_FIELDS:
        return value
    if isinstance(value, dict):
        return {name: _outline(name, inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_outline(key, inner) for inner in value]
    if key == "comments":
        return value > 0  # the count is invented where it has three digits
    if not isinstance(value, str):
        return value
    if value.startswith(("http://", "https://")) and " " not in value:
        return urlsplit(value).netloc
    return "".join(map(_sign, _EMAIL.sub("@", value)))


def _sign(letter: str) -> str:
    if letter.isalpha():
        return "A" if letter.isupper() else "a"
    return "0" if letter.isdecimal() else letter
