"""An Article as one line of JSON, and back; its JSON Schema."""

from typing import Any

import msgspec

from archive.article import Article

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Article)


def to_json(article: Article) -> bytes:
    """The canonical JSON: one line, UTF-8, every key present in the order of the class, no trailing newline."""
    return _encoder.encode(article)


def from_json(line: bytes | str) -> Article:
    """The Article of a line; `from_json(to_json(a)) == a`. Raises msgspec.DecodeError (ValidationError included)."""
    return _decoder.decode(line)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) that every line validates against."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Article)}


def without_blanks(value: Any) -> Any:
    """The builtin form (dicts, lists) without None, empty strings and empty containers: the form of golden files."""
    if isinstance(value, dict):
        kept = {key: without_blanks(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [without_blanks(item) for item in value]
    return value
