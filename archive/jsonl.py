"""An Article as one line of JSON, alone or with what the archive knows of it, and back; the JSON Schema of both."""

from typing import Annotated, Any, Literal

import msgspec

from archive.article import Article, Moment

State = Literal["present", "gone", "forgotten"]
Form = Literal["latest", "all"]


class KeptLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One stretch of time in which the archive saw one wording of one article.

    revision: id of the wording; sequence: 1 for the first stretch of the article, then counting up; times: aware, UTC;
    state: "gone" and "forgotten" say that the page was taken down, or its text removed from the archive.
    """

    revision: str
    sequence: Annotated[int, msgspec.Meta(ge=1)]
    first_seen_at: Moment
    last_seen_at: Moment
    state: State = "present"


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lossless form of an exported line; article is None where the text was forgotten."""

    kept: KeptLine
    article: Article | None


class _RawLine(msgspec.Struct, frozen=True, kw_only=True):
    kept: KeptLine
    article: msgspec.Raw | None


class _Shape(msgspec.Struct, frozen=True, kw_only=True):
    kept: msgspec.Raw = msgspec.Raw()


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Article)
_line_decoder = msgspec.json.Decoder(Line)
_shape_decoder = msgspec.json.Decoder(_Shape)


def to_json(article: Article) -> bytes:
    """The canonical JSON: one line, UTF-8, every key present in the order of the class, no trailing newline."""
    return _encoder.encode(article)


def from_json(line: bytes | str) -> Article:
    """The Article of a line; `from_json(to_json(a)) == a`. Raises msgspec.DecodeError, UnicodeDecodeError."""
    return _decoder.decode(line)


def to_line(kept: KeptLine, article: bytes | None) -> bytes:
    """The lossless form. article: its canonical JSON, taken as it is; None where the text was forgotten."""
    return _encoder.encode(_RawLine(kept=kept, article=None if article is None else msgspec.Raw(article)))


def from_line(line: bytes | str) -> Article | Line:
    """What a line of either form holds. Raises msgspec.DecodeError, UnicodeDecodeError, RecursionError."""
    if not bytes(_shape_decoder.decode(line).kept):
        return _decoder.decode(line)
    return _line_decoder.decode(line)


def schema(form: Form = "latest") -> dict[str, Any]:
    """JSON Schema (2020-12) that every line of this form validates against: an Article, or all that is kept of it."""
    shape = Article if form == "latest" else Line
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(shape)}


def without_blanks(value: Any) -> Any:
    """The builtin form (dicts, lists) without None, empty strings and empty containers: the form of golden files."""
    if isinstance(value, dict):
        kept = {key: without_blanks(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [without_blanks(item) for item in value]
    return value
