"""The gold set: every page frozen, in its outlet's folder, small, and as docs/gold.md counts them."""

import re
from pathlib import Path

import pytest

from crawler.intake.saved import address_in
from crawler.outlets import outlet_for
from crawler.workshop.freeze import is_frozen
from tests.frozen import FOLDER, SAMPLE, all_frozen

TEXT = (Path(__file__).parent.parent / "docs" / "gold.md").read_text(encoding="utf-8")
PAGES = sorted(FOLDER.glob("*/*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_page_was_frozen_by_the_command_and_never_edited(path: Path) -> None:
    body = path.read_bytes()
    assert is_frozen(body), "its words may be a newspaper's; make it with `kliping freeze`"
    assert outlet_for(address_in(body) or "").name == path.parent.name


def test_the_set_stays_small() -> None:
    sizes = {path.name: path.stat().st_size for path in PAGES}
    assert {name: size for name, size in sizes.items() if size > 90_000} == {}
    assert sum(sizes.values()) + sum(path.stat().st_size for path in FOLDER.glob("*/*.json")) < 3_400_000


def test_every_page_has_its_article_and_every_article_its_page() -> None:
    firsts = {path.with_suffix("") for path in PAGES if not re.search(r"_\d+$", path.stem)}
    assert firsts == {path.with_suffix("") for path in FOLDER.glob("*/*.json") if path.parent.name != SAMPLE}


def test_the_document_counts_what_is_there() -> None:
    articles = [frozen for frozen in all_frozen() if frozen.outlet != SAMPLE]
    themes = {frozen.outlet for frozen in articles if frozen.outlet.endswith(".example")}
    papers = [frozen for frozen in articles if frozen.outlet not in themes]
    counted = {
        "articles": len(articles),
        "pages": len(PAGES),
        "of newspapers": len(papers),
        "newspapers": len({frozen.outlet for frozen in papers}),
        "of WordPress": len(articles) - len(papers),
        "WordPress themes": len(themes),
    }
    assert len(articles) >= 60
    assert counted == {name: int(count) for name, count in re.findall(r"^\| ([\w ]+) \| (\d+) \|$", TEXT, flags=re.M)}


def test_the_document_names_every_outlet() -> None:
    outlets = {path.parent.name for path in PAGES}
    listed = re.search(r"^Outlets: (.+?)\n\n", TEXT, flags=re.M | re.S)
    assert listed
    assert set(re.findall(r"`([\w.-]+)`", listed[1])) == outlets
