"""Exported files in the tools of those who analyse them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest

from archive.export.features import features
from archive.export.jsonl import lines, write
from archive.jsonl import Form, to_json
from tests.archive.articles import FULL, article, clock, edition
from tests.archive.filled import filled


@pytest.fixture(params=["kliping.jsonl", "kliping.jsonl.gz"])
def exported(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    out = tmp_path / str(request.param)
    with filled(tmp_path / "kliping.db", edition()) as archive:
        write(lines(archive), out)
    return out


def test_pandas_reads_an_export(exported: Path) -> None:
    frame = pandas.read_json(exported, lines=True)
    assert list(frame["headline"]) == [one.headline for one in edition()]
    row = frame[frame["id"] == FULL.id].iloc[0]
    assert row["dateline"]["place"] == "Wanareja"
    assert row["sections"][1]["heading"] == "Tarif dan jadwal"


def test_duckdb_reads_an_export_and_the_fields_inside_it(exported: Path) -> None:
    with duckdb.connect() as connection:
        found = connection.execute(
            "SELECT headline, dateline.place, sections[2].heading, len(sections[2].blocks), published.at::VARCHAR"
            " FROM read_json(?) WHERE dateline IS NOT NULL",
            [str(exported)],
        ).fetchall()
    assert [row[:4] for row in found] == [(FULL.headline, "Wanareja", "Tarif dan jadwal", 4)]


LOAD = """
import json, sys
from datasets import Features, load_dataset
features = Features.from_dict(json.load(open(sys.argv[2], encoding="utf-8")))
rows = load_dataset("json", data_files=sys.argv[1], split="train", features=features, chunksize=20_000)
print(json.dumps([rows[int(n)] for n in sys.argv[3:]] + [len(rows)], default=str))
"""


def loaded(exported: Path, form: Form, tmp_path: Path, *rows: int) -> list[Any]:
    """Rows of an export, and their number, as Hugging Face datasets loads it: offline, in a process of its own.

    It takes its types from chunks of 10 MB; here of 20 KB, so that a small file has many.
    """
    told = tmp_path / "features.json"
    told.write_text(json.dumps(features(form)), encoding="utf-8")
    command = [sys.executable, "-c", LOAD, str(exported), str(told), *map(str, rows)]
    env = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(tmp_path / "hf"), "PATH": ""}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=env, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    found: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_datasets_loads_an_export_whose_first_chunks_are_null_throughout(tmp_path: Path) -> None:
    plain = [article(f"kabar-{n}", published=clock("2026-01-01T07:00:00+07:00")) for n in range(150)]
    out = tmp_path / "kliping.jsonl"
    write((to_json(one) for one in [*plain, FULL, *plain[:50]]), out)
    assert out.stat().st_size > 5 * 20_000
    first, full, count = loaded(out, "latest", tmp_path, 0, 150)
    assert count == 201
    assert first["dateline"] is None
    assert first["tags"] == []
    assert full["headline"] == FULL.headline
    assert full["tags"] == ["Jembatan", "Wanareja"]
    assert full["published"]["at"] == "2026-11-01 15:20:00+00:00"
    blocks = full["sections"][1]["blocks"]
    assert [block["kind"] for block in blocks] == ["list", "table", "embed", "paragraph"]
    assert blocks[1]["rows"] == [["Hari", "Jam"], ["Senin", "05.00–22.00"]]


def test_datasets_loads_the_lossless_form(tmp_path: Path) -> None:
    out = tmp_path / "semua.jsonl"
    with filled(tmp_path / "kliping.db", edition()) as archive:
        write(lines(archive, form="all"), out)
    first, count = loaded(out, "all", tmp_path, 0)
    assert count == len(edition())
    assert first["kept"]["first_seen_at"] == "2026-11-20 08:30:15.250000+00:00"
    assert first["article"]["headline"] == edition()[0].headline
