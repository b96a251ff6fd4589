"""The types that Hugging Face datasets is told."""

from archive.export.features import features


def test_every_kind_of_block_is_one_record_with_the_fields_of_all() -> None:
    block = features()["sections"]["feature"]["blocks"]["feature"]
    assert list(block)[:2] == ["kind", "text"]
    assert {"cite", "items", "ordered", "rows", "header", "caption", "url", "alt", "credit", "provider"} < set(block)
    assert block["rows"] == {
        "feature": {"feature": {"dtype": "string", "_type": "Value"}, "_type": "List"},
        "_type": "List",
    }


def test_moments_are_moments_and_counts_are_numbers() -> None:
    told = features()
    assert told["published"]["at"] == {"dtype": "timestamp[us, tz=UTC]", "_type": "Value"}
    assert told["comment_form"]["comments"] == {"dtype": "int64", "_type": "Value"}
    assert told["pages"]["complete"] == {"dtype": "bool", "_type": "Value"}


def test_the_lossless_form_holds_the_article_and_what_is_kept_of_it() -> None:
    told = features("all")
    assert list(told) == ["kept", "article"]
    assert told["article"] == features()
    assert told["kept"]["sequence"] == {"dtype": "int64", "_type": "Value"}
