"""An outlet is never crawled twice at once, and no lock outlives its process."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archive.errors import OutletBusy
from tests.archive.store.visits import opened

_HOLD = """
import sys
from archive.store.archive import open_archive
with open_archive(sys.argv[1]) as archive, archive.crawling("warta.example"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_crawl_of_an_outlet_is_told_at_once(tmp_path: Path) -> None:
    with opened(tmp_path) as archive, archive.crawling("warta.example"):
        with pytest.raises(OutletBusy, match=r"warta\.example is being crawled"), archive.crawling("warta.example"):
            pass
        with archive.crawling("127.0.0.1:8000"), archive.crawling("kabar.example"):
            pass
        for lock in (tmp_path / "kliping.db.locks").iterdir():
            assert ":" not in lock.name
    with opened(tmp_path) as archive, archive.crawling("warta.example"):
        pass


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_kill_9_releases_the_lock(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        command = [sys.executable, "-c", _HOLD, str(archive.path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            with pytest.raises(OutletBusy), archive.crawling("warta.example"):
                pass
            process.send_signal(signal.SIGKILL)
        with archive.crawling("warta.example"):
            pass
