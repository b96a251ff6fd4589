"""MariaDB and WordPress on loopback, in a folder that is thrown away: `Database` and `Site`."""

import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import time
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from elements import markup
from posts import AUTHORS, TITLE, Post

HERE = Path(__file__).parent
WORDPRESS = Path("/usr/share/wordpress")
CONTENT = Path("/var/lib/wordpress/wp-content")
THEMES = ("twentytwentyone", "twentytwentytwo", "twentytwentythree")
PACKAGES = {
    "wordpress": WORDPRESS / "wp-load.php",
    "wordpress-l10n": CONTENT / "languages/id_ID.mo",
    **{f"wordpress-theme-{theme}": WORDPRESS / f"wp-content/themes/{theme}/style.css" for theme in THEMES},
    "mariadb-server": Path("/usr/sbin/mariadbd"),
    "mariadb-client": Path("/usr/bin/mariadb"),
    "php-cli": Path("/usr/bin/php"),
}
MODULES = {"mysqli": "php-mysql", "dom": "php-xml", "mbstring": "php-mbstring"}
ABOUT = "Penulis tetap yang menyukai qperahubio dan kopi pagi di tepi dermaga."  # printed below posts by some themes
_CONFIG = """<?php
define( 'DB_NAME', '{name}' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:{socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_HOME', '{url}' );
define( 'WP_SITEURL', '{url}' );
define( 'WP_CONTENT_DIR', '{content}' );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
$table_prefix = 'wp_';
require_once ABSPATH . 'wp-settings.php';
"""


def missing() -> list[str]:
    """The Debian packages that are not installed."""
    absent = [package for package, file in PACKAGES.items() if not file.exists()]
    if "php-cli" in absent:
        return absent
    loaded = subprocess.run(["php", "-m"], capture_output=True, text=True, check=True).stdout.split()
    return absent + [package for module, package in MODULES.items() if module not in loaded]


def _as_other() -> dict[str, Any]:
    """How subprocesses are started: as root MariaDB does not run, so its own user takes over."""
    return {"user": "mysql", "group": "mysql", "extra_groups": []} if os.geteuid() == 0 else {}


def give(folder: Path) -> None:
    """Makes a folder belong to whoever runs the servers."""
    if os.geteuid() == 0:
        shutil.chown(folder, "mysql", "mysql")


def _png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x99" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Process:
    """A server in a process group of its own, ended when the block is left."""

    def __init__(self, command: list[str], log: Path, env: Mapping[str, str] | None = None) -> None:
        self._log = log
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                command,
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, **(env or {})},
                **_as_other(),
            )

    def alive(self) -> None:
        """Raises RuntimeError with the last lines it wrote when the server has ended."""
        if self._process.poll() is not None:
            raise RuntimeError("\n".join(self._log.read_text("utf-8", "replace").splitlines()[-5:]))

    def end(self) -> None:
        """Asks it and its children to end, and waits."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


class Database:
    """A MariaDB of its own, reached by a socket only."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "mysql.sock"
        data = folder / "data"
        data.mkdir()
        give(data)
        give(folder)
        subprocess.run(
            ["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal",
             "--skip-test-db"],
            check=True, capture_output=True, cwd=folder, **_as_other(),
        )  # fmt: skip
        self._process = Process(
            ["mariadbd", "--no-defaults", f"--datadir={data}", f"--socket={self.socket}", "--skip-networking",
             f"--pid-file={folder / 'mysql.pid'}", "--innodb-flush-log-at-trx-commit=0"],
            folder / "mariadb.log",
        )  # fmt: skip
        try:
            while not self.socket.exists():
                self._process.alive()
                time.sleep(0.1)
        except BaseException:  # an interrupt too must not leave the server behind
            self._process.end()
            raise

    def create(self, name: str) -> None:
        """An empty database."""
        statement = f"CREATE DATABASE {name} CHARACTER SET utf8mb4"
        subprocess.run(["mariadb", "--no-defaults", "-S", str(self.socket), "-uroot", "-e", statement], check=True)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the server."""
        self._process.end()


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How one site is set up. registration: readers must log in to comment; sitemap: WordPress' own is on."""

    theme: str
    pretty: bool
    zone: str
    registration: bool = False
    sitemap: bool = True

    @property
    def name(self) -> str:
        """A short name, also of its database."""
        return "_".join(
            [self.theme, "pretty" if self.pretty else "plain", self.zone.partition("/")[2].lower()]
            + (["login"] if self.registration else [])
            + ([] if self.sitemap else ["nositemap"])
        )

    def options(self) -> dict[str, Any]:
        """WordPress' options."""
        return {
            "WPLANG": "id_ID",
            "timezone_string": self.zone,
            "gmt_offset": "",
            "permalink_structure": "/%year%/%monthnum%/%day%/%postname%/" if self.pretty else "",
            "comment_registration": int(self.registration),
            "thread_comments": 1,
            "page_comments": 1,
            "comments_per_page": 10,
            "default_comments_page": "newest",
            "date_format": "j F Y",
            "blogdescription": "Kabar dari tepi dermaga",
        }


class Site:
    """One WordPress with its posts, served by `php -S`. places: slug -> id and address of each post."""

    def __init__(self, folder: Path, database: Database, setting: Setting, posts: list[Post]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._root = folder / setting.name
        self._setting = setting
        self._lay(database)
        plan = self._root / "plan.json"
        plan.write_text(json.dumps(self._plan(posts)), encoding="utf-8")
        self._php("install.php", plan)
        self.places: dict[str, dict[str, Any]] = json.loads(self._php("fill.php", plan))
        self._process = Process(
            ["php", "-q", "-S", f"127.0.0.1:{self.port}", "-t", str(self._root), str(HERE / "router.php")],
            folder / f"{setting.name}.log",
            {**self._environment(), "PHP_CLI_SERVER_WORKERS": "3"},
        )
        try:
            self._wait()
        except BaseException:  # an interrupt too must not leave the server behind
            self._process.end()
            raise

    def _environment(self) -> dict[str, str]:
        return {"PRETTY": str(int(self._setting.pretty)), "SITEMAP": str(int(self._setting.sitemap))}

    def _lay(self, database: Database) -> None:
        """The folder that is served: links to Debian's files around a configuration and uploads of its own."""
        content = self._root / "wp-content"
        for made in (self._root, content, content / "uploads", content / "mu-plugins"):
            made.mkdir()
            give(made)
        for file in WORDPRESS.iterdir():
            if file.name not in ("wp-content", "wp-config.php", ".htaccess"):
                (self._root / file.name).symlink_to(file)
        (content / "themes").symlink_to(WORDPRESS / "wp-content/themes")
        (content / "languages").symlink_to(CONTENT / "languages")
        (content / "uploads/gambar.png").write_bytes(_png(600, 400))
        shutil.copy(HERE / "newsroom.php", content / "mu-plugins/newsroom.php")
        database.create(self._setting.name)
        config = _CONFIG.format(name=self._setting.name, socket=database.socket, url=self.url, content=content)
        (self._root / "wp-config.php").write_text(config, encoding="utf-8")

    def _plan(self, posts: list[Post]) -> dict[str, Any]:
        return {
            "url": self.url,
            "title": TITLE,
            "language": "id_ID",
            "theme": self._setting.theme,
            "options": self._setting.options(),
            "authors": AUTHORS,
            "about": ABOUT,
            "posts": [
                {
                    **{key: value for key, value in asdict(post).items() if key not in ("elements", "dateline")},
                    "content": markup(post.elements, post.editor),
                }
                for post in posts
            ],
        }

    def _php(self, script: str, plan: Path) -> str:
        done = subprocess.run(
            ["php", str(HERE / script), str(self._root), str(plan)],
            capture_output=True, text=True, env={**os.environ, **self._environment()}, cwd=self._root, **_as_other(),
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{script}: {done.stdout[-500:]} {done.stderr[-500:]}")
        return done.stdout

    def _wait(self) -> None:
        while True:
            self._process.alive()
            try:
                urlopen(self.url + "/", timeout=60).close()
                return
            except HTTPError as error:
                error.close()
                raise
            except URLError:
                time.sleep(0.1)

    def edit(self, slug: str, content: str) -> None:
        """Replaces the text of a post, as an editor does later."""
        plan = self._root / "edit.json"
        plan.write_text(json.dumps({"url": self.url, "id": self.places[slug]["id"], "content": content}), "utf-8")
        self._php("edit.php", plan)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the server."""
        self._process.end()
