"""Every frozen page gives the Article beside it; `pytest tests/test_pages.py --update-expected` writes those."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from archive.article import Article
from archive.page import Page
from archive.visit import Refused
from crawler.outlets import outlet_for
from crawler.reading.read import read
from crawler.workshop.serve import HOST, Entry, index
from tests.frozen import FETCHED, Frozen, all_frozen, golden, lost

ROOT = Path(__file__).parent.parent
NO_ARTICLES = [entry for entry in index().values() if entry.kind in ("page", "listing", "missing")]


@pytest.mark.parametrize("frozen", all_frozen(), ids=lambda frozen: f"{frozen.outlet}/{frozen.slug}")
def test_a_frozen_page_gives_the_article_expected_of_it(frozen: Frozen, pytestconfig: pytest.Config) -> None:
    article = frozen.read()
    assert isinstance(article, Article), article
    now = golden(article)
    if pytestconfig.getoption("--update-expected"):
        write(frozen.expected, now, allow_loss=pytestconfig.getoption("--allow-loss"))
        return
    assert frozen.expected.is_file(), "no expected article: write it with --update-expected, and read it"
    assert now == json.loads(frozen.expected.read_text(encoding="utf-8"))


def write(path: Path, now: dict[str, Any], *, allow_loss: bool) -> None:
    """Writes a golden file; fails where a value would disappear and no one said it may."""
    if path.is_file() and not allow_loss:
        gone = lost(json.loads(path.read_text(encoding="utf-8")), now)
        assert not gone, f"{path.name} would lose {', '.join(gone)}; add --allow-loss if that is right"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


@pytest.mark.parametrize("entry", NO_ARTICLES, ids=lambda entry: entry.file)
def test_a_page_of_the_sample_site_that_is_no_article_is_refused(entry: Entry) -> None:
    page = Page(address=f"http://{HOST}{entry.path}", body=entry.body(), fetched_at=FETCHED)
    assert isinstance(read([page], outlet_for(page.address)), Refused)


def test_an_update_that_loses_a_value_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "article.json"
    write(path, {"headline": "Padi", "byline": {"text": "oleh Rina"}, "tags": ["a", "b"]}, allow_loss=False)
    with pytest.raises(AssertionError, match=r"would lose byline\.text, tags \(2 to 1\)"):
        write(path, {"headline": "Cabai", "byline": {"people": []}, "tags": ["a"]}, allow_loss=False)
    write(path, {"headline": "Cabai"}, allow_loss=True)
    assert json.loads(path.read_text(encoding="utf-8")) == {"headline": "Cabai"}


def test_expected_articles_are_not_updated_in_ci() -> None:
    command = [sys.executable, "-m", "pytest", "tests/test_pages.py", "--update-expected", "--collect-only"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "CI": "true"}, capture_output=True, text=True)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "not for CI" in done.stderr
