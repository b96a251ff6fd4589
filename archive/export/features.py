"""The types of an exported line as Hugging Face `datasets` wants them told: `Features.from_dict` reads it.

Without them `load_dataset` takes its types from the first 10 MB, and fails at the first value of a field that was null
or empty so far. Blocks of all kinds become one record, whose fields of other kinds are null; moments are in UTC, as
Arrow has no column of moments each in its own zone.
"""

from typing import Any

from msgspec import inspect

from archive.article import Article
from archive.jsonl import Form, Line

_SCALARS: dict[type[inspect.Type], str] = {
    inspect.StrType: "string",
    inspect.LiteralType: "string",
    inspect.IntType: "int64",
    inspect.BoolType: "bool",
    inspect.DateTimeType: "timestamp[us, tz=UTC]",
}


def features(form: Form = "latest") -> dict[str, Any]:
    """The features of one form of line, as builtins ready for JSON."""
    return _record([_struct(inspect.type_info(Article if form == "latest" else Line))])


def _struct(info: inspect.Type) -> inspect.StructType:
    assert isinstance(info, inspect.StructType)
    return info


def _record(structs: list[inspect.StructType]) -> dict[str, Any]:
    """The fields of one struct, or of all kinds of a tagged union together."""
    fields: dict[str, Any] = {}
    for struct in structs:
        if struct.tag_field:
            fields[struct.tag_field] = {"dtype": "string", "_type": "Value"}
        for field in struct.fields:
            fields.setdefault(field.encode_name, _feature(field.type))
    return fields


def _feature(info: inspect.Type) -> dict[str, Any]:
    if isinstance(info, inspect.Metadata):
        return _feature(info.type)
    if isinstance(info, inspect.VarTupleType):
        return {"feature": _feature(info.item_type), "_type": "List"}
    if isinstance(info, inspect.StructType):
        return _record([info])
    if isinstance(info, inspect.UnionType):  # with null, or of the kinds of a block
        kinds = [kind for kind in info.types if not isinstance(kind, inspect.NoneType)]
        return _feature(kinds[0]) if len(kinds) == 1 else _record([_struct(kind) for kind in kinds])
    return {"dtype": _SCALARS[type(info)], "_type": "Value"}
