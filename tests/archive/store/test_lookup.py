"""An article is found by its id, the beginning of one, and any address it was met under."""

from pathlib import Path

import pytest

from archive.errors import Unknown
from tests.archive.articles import BARE, FULL, article, with_text
from tests.archive.store.visits import AT, DAY, OUTLET, opened, visit


@pytest.mark.parametrize(
    "key",
    [
        FULL.id,
        FULL.id[:6],
        FULL.id.upper()[:9],
        "https://warta.example/jembatan-lengkung/",
        "http://www.warta.example/jembatan-lengkung?utm_source=rss#komentar",
        "https://m.warta.example/jembatan-lengkung/?page=all",
        "warta.example/jembatan-lengkung",
        "  https://warta.example/jembatan-lengkung  ",
        "https://warta.example/?p=77",
    ],
)
def test_any_spelling_of_an_address_and_any_unique_beginning_of_the_id(tmp_path: Path, key: str) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        archive.commit([visit(BARE), visit(FULL), visit(FULL, address="https://warta.example/?p=77")], run=run)
        assert archive.article(key).article == FULL


@pytest.mark.parametrize(
    "key", ["", "abc", FULL.id[:5], "ffffff", "https://warta.example/", "bukan alamat", "\x00\ud800", "http://[::1"]
)
def test_what_is_not_there_is_unknown(tmp_path: Path, key: str) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        archive.commit([visit(FULL)], run=run)
        with pytest.raises(Unknown):
            archive.article(key)


def test_a_beginning_that_several_ids_share_is_told_so(tmp_path: Path) -> None:
    begun: dict[str, str] = {}
    number = 0
    while True:  # two ids of one beginning: some 5,000 in 16 million
        slug = f"kabar-{number}"
        one = article(slug)
        if one.id[:6] in begun:
            break
        begun[one.id[:6]] = slug
        number += 1
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        archive.commit([visit(one), visit(article(begun[one.id[:6]]))], run=run)
        with pytest.raises(Unknown, match="several articles"):
            archive.article(one.id[:6])
        assert archive.article(one.id).article == one


def test_it_tells_the_newest_wording_and_how_many_there_were(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        newest = with_text(BARE, "Kabar lain.")
        archive.commit([visit(BARE), visit(newest, at=AT + DAY, body=b"2")], run=run)
        stored = archive.article(BARE.id)
        assert (stored.article, stored.revisions, stored.first_seen_at, stored.last_seen_at) == (
            newest,
            2,
            AT,
            AT + DAY,
        )
