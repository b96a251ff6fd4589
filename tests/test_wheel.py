"""The built wheel, installed as a person would install it, into an empty home."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UV = str(Path(sys.executable).parent / "uv")


def run(*command: str | Path, cwd: Path, env: dict[str, str], timeout: int = 300) -> subprocess.CompletedProcess[str]:
    """Runs to the end with nothing on standard input, failing with what was printed."""
    done = subprocess.run(
        command, cwd=cwd, env=env, timeout=timeout, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree."""
    out = tmp_path_factory.mktemp("wheel")
    run(UV, "build", "--quiet", "--wheel", "--no-build-isolation", "--python", sys.executable, "--out-dir", out, ".",
        cwd=ROOT, env=dict(os.environ))  # fmt: skip
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """The `kliping` command in an empty home, and the environment to run it in."""
    home = tmp_path_factory.mktemp("home")
    kept = ("SSL_", "PIP_", "UV_", "REQUESTS_", "SYSTEMROOT", "LANG")
    env = {key: value for key, value in os.environ.items() if key.startswith(kept)}
    env |= {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "UV_CACHE_DIR": os.environ.get("UV_CACHE_DIR", str(home / "cache")),
    }
    lock = ROOT / "requirements.lock"
    install = (UV, "tool", "install", "--quiet", "--python", sys.executable, "--constraints", lock, wheel)
    run(*install, cwd=home, env=env)
    yield home / ".local" / "bin" / "kliping", env


def test_the_wheel_holds_the_three_packages_the_sample_site_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {"archive", "crawler", "pipelines"} <= tops
    assert not tops & {"tests", "docs", "benchmarks"}
    assert any(name.startswith("crawler/workshop/site/") and name.endswith(".html") for name in names)
    assert any(name.startswith("archive/store/migrations/versions/") for name in names)
    assert not [name for name in names if ":" in name]


def test_the_installed_demo_runs_twice_to_the_same_bytes(
    installed: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    command, env = installed
    run(command, "demo", cwd=tmp_path, env=env)
    first = (tmp_path / "kliping.jsonl").read_bytes()
    second = run(command, "demo", cwd=tmp_path, env=env)
    assert "unchanged" in second.stdout.lower()
    assert (tmp_path / "kliping.jsonl").read_bytes() == first
    assert len(first.splitlines()) >= 12


def test_the_installed_command_searches_what_it_kept(installed: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    command, env = installed
    run(command, "demo", cwd=tmp_path, env=env)
    assert run(command, "stats", "--json", cwd=tmp_path, env=env).stdout.startswith("{")
