"""The rules of the house that no linter knows, each failing by name."""

import inspect
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Table

import archive
from archive import article
from archive.reason import Reason
from archive.store.tables import Row

ROOT = Path(__file__).parent.parent
OURS = ("archive", "crawler", "pipelines")
SOURCES = sorted(path for name in OURS for path in (ROOT / name).rglob("*.py"))
STRUCTS = [
    value
    for _, value in inspect.getmembers(article, inspect.isclass)
    if issubclass(value, msgspec.Struct) and value.__module__ == "archive.article"
]


def test_our_packages_are_the_ones_that_are_imported() -> None:
    assert Path(archive.__file__ or "").parent == ROOT / "archive"
    for name in OURS:
        spec = find_spec(name)
        assert spec is not None
        assert spec.submodule_search_locations == [str(ROOT / name)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_opens_with_one_sentence_saying_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if "migrations/versions" in path.as_posix():
        return
    assert source.startswith('"""'), f"{path} has no docstring"
    first = source[3:].splitlines()[0]
    assert first.rstrip('"').endswith((".", ":", "?")), f"{path}: the first line is no sentence: {first}"


def test_forbidden_names_do_not_appear() -> None:
    forbidden = {"utils", "helpers", "common", "base", "misc", "constants", "items"}
    assert not [path for path in SOURCES if path.stem in forbidden]


def test_packages_do_not_re_export() -> None:
    for path in SOURCES:
        if path.name == "__init__.py" and path != ROOT / "archive" / "__init__.py":
            assert "import" not in path.read_text(encoding="utf-8"), path


def test_importing_the_archive_loads_nothing_heavy() -> None:
    script = (
        "import sys, archive\n"
        "print([m for m in ('sqlalchemy', 'alembic', 'scrapy', 'msgspec') if m in sys.modules])\n"
        "from archive import Article, Archive\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_every_field_is_documented(struct: type[msgspec.Struct]) -> None:
    text = (ROOT / "docs" / "fields.md").read_text(encoding="utf-8")
    _, found, after = text.partition(f"\n## {struct.__name__}\n")
    assert found, f"docs/fields.md has no section {struct.__name__}"
    rows = re.findall(r"^\| `(\w+)`", re.split(r"^#+ ", after, maxsplit=1, flags=re.M)[0], flags=re.M)
    assert rows == list(struct.__struct_fields__)


@pytest.mark.parametrize("table", Row.metadata.tables.values(), ids=lambda table: table.name)
def test_every_column_is_documented(table: Table) -> None:
    text = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    _, found, after = text.partition(f"\n## {table.name}\n")
    assert found, f"docs/schema.md has no section {table.name}"
    rows = re.findall(r"^\| `(\w+)`", re.split(r"^#+ ", after, maxsplit=1, flags=re.M)[0], flags=re.M)
    assert rows == [column.name for column in table.columns]


def test_every_reason_is_documented_and_the_list_is_closed() -> None:
    text = (ROOT / "docs" / "reasons.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \|$", text, flags=re.M)
    assert rows == [(reason.value, reason.meaning) for reason in Reason]
    assert len(Reason) <= 25


def test_ci_runs_exactly_make_test() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith(("#", "set "))] == ["exec make test"]


def test_every_locked_dependency_of_the_core_has_a_wheel_for_windows() -> None:
    """The locked versions are resolved for Windows with nothing allowed that would have to be built there."""
    uv = str(Path(sys.executable).parent / "uv")
    command = [uv, "pip", "compile", "--quiet", "--no-header", "--constraint", "requirements.lock", "pyproject.toml"]
    command += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11", "--only-binary", ":all:"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=120)
    assert done.returncode == 0, done.stderr
    resolved = set(re.findall(r"^([\w.-]+==\S+)", done.stdout, flags=re.M))
    locked = set(re.findall(r"^([\w.-]+==[^\s;]+)", Path(ROOT, "requirements.lock").read_text("utf-8"), flags=re.M))
    assert {"scrapy", "tzdata"} <= {line.partition("==")[0] for line in resolved}
    assert resolved <= locked


def test_nothing_names_this_machine() -> None:
    wanted = re.compile(r"(?<![\w.])/(?:work|farm|root|home/\w+)/")
    kinds = {".py", ".md", ".toml", ".cfg", ".yaml", ".tsv", ".lock"}
    files = [
        path
        for path in ROOT.rglob("*")
        if path.suffix in kinds and not {".venv", ".git"} & set(path.parts) and path != Path(__file__)
    ]
    assert files
    assert not [path for path in files if wanted.search(path.read_text(encoding="utf-8"))]


def test_every_setting_of_scrapy_is_one_that_it_knows() -> None:
    done = subprocess.run([str(Path(sys.executable).parent / "scrapy-lint")], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, "")
