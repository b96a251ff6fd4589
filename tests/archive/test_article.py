"""The values hold what they promise."""

import msgspec
import pytest

from archive.article import Article, Paragraph
from tests.archive.articles import BARE, FULL


def test_an_article_whose_id_is_not_of_its_address_cannot_be() -> None:
    with pytest.raises(ValueError, match="is not the id of"):
        msgspec.structs.replace(FULL, url="https://warta.example/lain/")


def test_an_article_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        FULL.headline = "Lain"  # type: ignore[misc]


def test_what_was_not_printed_is_none_or_empty() -> None:
    assert (BARE.kicker, BARE.deck, BARE.dateline, BARE.byline, BARE.published, BARE.updated) == (None,) * 6
    assert not BARE.tags and not BARE.promos and not BARE.images
    assert BARE.comment_form.state == "absent"
    assert BARE.access == "unknown"


def test_an_unknown_key_is_an_error_and_no_lost_field() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.convert({**msgspec.to_builtins(FULL), "judul": "x"}, Article)


def test_blocks_say_what_kind_they_are() -> None:
    assert msgspec.to_builtins(Paragraph(text="Isi.")) == {"kind": "paragraph", "text": "Isi."}
