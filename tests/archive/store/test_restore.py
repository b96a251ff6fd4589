"""An export comes back whole: wordings, times and order; and twice is once."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.article import Article
from archive.errors import BadLine, Unstorable
from archive.fingerprint import fingerprint, revision_id
from archive.jsonl import KeptLine, Line, from_line, to_json, to_line
from archive.revision import Outcome
from archive.store.archive import Archive, open_archive
from archive.store.restore import Restored
from tests.archive.articles import BARE, FULL, edition, with_text
from tests.archive.store.visits import AT, DAY, HOUR, OUTLET, check, found_by, opened, rows, visit
from tests.archive.strategies import articles


def lines(archive: Archive) -> list[bytes]:
    """Everything, in the lossless form."""
    return [
        to_line(
            KeptLine(
                revision=row.revision,
                sequence=row.sequence,
                first_seen_at=row.first_seen_at,
                last_seen_at=row.last_seen_at,
                state=row.state,
            ),
            row.json,
        )
        for row in archive.rows(revisions="all")
    ]


def restored(told: list[bytes]) -> Iterator[Restored]:
    for line in told:
        found = from_line(line)
        assert isinstance(found, Line)
        yield Restored(article=found.article, kept=found.kept)


def take(archive: Archive, told: list[bytes]) -> Counter[Outcome]:
    run = archive.begin_run("import", "import", at=AT)
    return archive.restore(restored(told), run=run, at=AT)


def kept(article: Article, sequence: int, **more: object) -> Restored:
    revision = revision_id(article.id, fingerprint(article))
    at = AT + sequence * DAY
    line = KeptLine(revision=revision, sequence=sequence, first_seen_at=at, last_seen_at=at, **more)  # type: ignore[arg-type]
    return Restored(article=article, kept=line)


def crawled(archive: Archive) -> None:
    """Some articles, one of which went to another wording and came back."""
    run = archive.begin_run(OUTLET, "add", at=AT)
    for number, wording in enumerate([FULL, with_text(FULL, "Ditutup."), FULL]):
        archive.commit([visit(wording, at=AT + number * DAY, body=b"%d" % number)], run=run)
    archive.commit([visit(one, at=AT + HOUR) for one in edition() if one.id != FULL.id], run=run)


def test_an_empty_archive_becomes_the_one_that_was_exported(tmp_path: Path) -> None:
    with open_archive(str(tmp_path / "a.db")) as one, open_archive(str(tmp_path / "b.db")) as other:
        crawled(one)
        told = lines(one)
        assert take(other, told) == {Outcome.NEW: 6, Outcome.REVISED: 1, Outcome.UNCHANGED: 1}
        assert lines(other) == told
        for table in ("article", "byline", "tag"):
            query = f"SELECT * FROM {table} ORDER BY 1, 2, 3"
            assert rows(other, query) == rows(one, query)
        assert rows(other, "SELECT id, outcome, reader, json FROM revision ORDER BY id") == rows(
            one, "SELECT id, outcome, reader, json FROM revision ORDER BY id"
        )
        assert found_by(other, "kabar") == found_by(one, "kabar")
    check(other.path)


def test_what_is_here_already_is_unchanged_and_nothing_is_written(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        crawled(archive)
        told = lines(archive)
        assert take(archive, told) == {Outcome.UNCHANGED: 8}
        assert take(archive, told + told) == {Outcome.UNCHANGED: 16}
        assert lines(archive) == told
    check(archive.path)


def test_the_order_of_the_lines_does_not_matter(tmp_path: Path) -> None:
    with open_archive(str(tmp_path / "a.db")) as one, open_archive(str(tmp_path / "b.db")) as other:
        crawled(one)
        told = lines(one)
        take(other, told[::-1])
        assert lines(other) == told
    check(other.path)


@settings(max_examples=25, deadline=None)
@given(st.lists(articles(), min_size=1, max_size=8))
def test_whatever_was_kept_comes_back_line_by_line(blank: Path, wordings: list[Article]) -> None:
    one, other = (blank.with_name(f"{name}.db") for name in ("satu", "dua"))
    for path in (one, other):
        path.write_bytes(blank.read_bytes())
    with open_archive(str(one)) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        for number, wording in enumerate(wordings):
            archive.commit([visit(wording, at=AT + number * HOUR, body=b"%d" % number)], run=run)
        told = lines(archive)
    with open_archive(str(other)) as archive:
        take(archive, told)
        assert lines(archive) == told
    check(other)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive without anything, made once."""
    path = tmp_path_factory.mktemp("kosong") / "kliping.db"
    open_archive(str(path)).close()
    return path


def test_plain_articles_are_judged_like_any_reading(tmp_path: Path) -> None:
    other = with_text(BARE, "Kabar lain.")
    with opened(tmp_path) as archive:
        run = archive.begin_run("import", "import", at=AT)
        plain = [Restored(article=one, kept=None) for one in (BARE, BARE, other, FULL)]
        assert archive.restore(plain, run=run, at=AT) == {Outcome.NEW: 2, Outcome.UNCHANGED: 1, Outcome.REVISED: 1}
        assert archive.article(BARE.id).article == other
        assert archive.restore([], run=run, at=AT) == {}


def test_an_article_that_is_here_gains_the_wordings_it_did_not_know_in_the_order_of_time(tmp_path: Path) -> None:
    older = with_text(BARE, "Kabar lama.")
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        archive.commit([visit(BARE, at=AT + 9 * DAY)], run=run)
        assert archive.restore([kept(older, 1)], run=run, at=AT) == {Outcome.NEW: 1}
        assert [(row.sequence, row.json) for row in archive.rows(revisions="all")] == [
            (1, to_json(older)),
            (2, to_json(BARE)),
        ]
        assert archive.article(BARE.id).article == BARE
        assert archive.article(BARE.id).first_seen_at == AT + DAY
        assert found_by(archive, "lama") == []
    check(archive.path)


def test_a_line_whose_text_was_forgotten_comes_back_without_one(tmp_path: Path) -> None:
    forgotten = kept(BARE, 2, state="forgotten")
    with opened(tmp_path) as archive:
        run = archive.begin_run("import", "import", at=AT)
        line = Restored(article=None, kept=forgotten.kept)
        archive.restore([kept(BARE, 1), line], run=run, at=AT)
        told = [(row.state, row.json) for row in archive.rows(revisions="all")]
        assert told == [("present", to_json(BARE)), ("forgotten", None)]
        archive.restore([line], run=run, at=AT)
        assert len(list(archive.rows(revisions="all"))) == 2


def test_a_line_without_a_text_that_nothing_explains_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run("import", "import", at=AT)
        with pytest.raises(Unstorable, match="has no text"):
            archive.restore([kept(FULL, 1), Restored(article=None, kept=kept(BARE, 1).kept)], run=run, at=AT)
        assert archive.stats()["articles"] == 0


def test_a_line_whose_words_are_not_its_revision_is_refused_with_all_the_others(tmp_path: Path) -> None:
    line = Restored(article=with_text(BARE, "Disunting."), kept=kept(BARE, 1).kept)  # "edited"
    with opened(tmp_path) as archive:
        run = archive.begin_run("import", "import", at=AT)
        with pytest.raises(Unstorable, match="the line says revision"):
            archive.restore([kept(FULL, 1), line], run=run, at=AT)
        assert archive.stats()["articles"] == 0


def test_a_file_that_breaks_off_is_not_imported_at_all(tmp_path: Path) -> None:
    def broken() -> Iterator[Restored]:
        yield from (Restored(article=one, kept=None) for one in edition())
        raise BadLine("kliping.jsonl", 7, "cut in half")

    with opened(tmp_path) as archive:
        run = archive.begin_run("import", "import", at=AT)
        with pytest.raises(BadLine, match="line 7"):
            archive.restore(broken(), run=run, at=AT)
        assert archive.stats()["articles"] == 0
        assert archive.restore([kept(BARE, 1)], run=run, at=AT) == {Outcome.NEW: 1}
