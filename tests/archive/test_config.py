"""Settings: where they stand, what outranks what, and how a mistake is told."""

from pathlib import Path

import platformdirs
import pytest

from archive.config import Config, ConfigError, load


@pytest.fixture
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's configuration folder, an empty one of the test's own on every system."""
    folder = tmp_path / "user"
    folder.mkdir()
    monkeypatch.setattr(platformdirs, "user_config_path", lambda *_names, **_options: folder)
    return folder


@pytest.fixture
def work(tmp_path: Path, user_folder: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def test_without_file_and_environment_the_defaults_hold(work: Path) -> None:
    assert load({}, work) == Config(contact=None, archive="sqlite:///kliping.db")


def test_the_file_in_the_working_folder_is_read(work: Path) -> None:
    (work / "kliping.toml").write_text('contact = "kami@warta.example"\narchive = "berita.db"\n', encoding="utf-8")
    assert load({}, work) == Config(contact="kami@warta.example", archive="berita.db")


def test_the_working_folder_goes_before_the_users(work: Path, user_folder: Path) -> None:
    (user_folder / "kliping.toml").write_text('contact = "umum@warta.example"\narchive = "umum.db"\n', "utf-8")
    assert load({}, work).contact == "umum@warta.example"
    (work / "kliping.toml").write_text('contact = "kami@warta.example"\n', encoding="utf-8")
    assert load({}, work) == Config(contact="kami@warta.example")  # one file, never two mixed


def test_the_users_folder_is_looked_for_where_the_system_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = platformdirs.user_config_path("kliping", appauthor=False)
    if tmp_path not in folder.parents:
        pytest.skip("this system has no XDG_CONFIG_HOME")
    folder.mkdir()
    (folder / "kliping.toml").write_text('contact = "umum@warta.example"\n', encoding="utf-8")
    assert load({}, tmp_path / "elsewhere").contact == "umum@warta.example"


def test_a_named_file_is_the_only_one(work: Path, tmp_path: Path) -> None:
    (work / "kliping.toml").write_text('contact = "kami@warta.example"\n', encoding="utf-8")
    other = tmp_path / "lain.toml"
    other.write_text('archive = "lain.db"\n', encoding="utf-8")
    assert load({"KLIPING_CONFIG": str(other)}, work) == Config(archive="lain.db")


def test_a_named_file_that_is_missing_is_an_error(work: Path) -> None:
    with pytest.raises(ConfigError, match=r"tiada\.toml: no such file; KLIPING_CONFIG names it"):
        load({"KLIPING_CONFIG": "tiada.toml"}, work)


def test_the_environment_outranks_the_file_and_an_empty_variable_does_not(work: Path) -> None:
    (work / "kliping.toml").write_text('contact = "kami@warta.example"\narchive = "berita.db"\n', encoding="utf-8")
    env = {"KLIPING_CONTACT": "saya@warta.example", "KLIPING_ARCHIVE": ""}
    assert load(env, work) == Config(contact="saya@warta.example", archive="berita.db")


def test_an_unknown_key_is_named_with_its_file_and_the_known_keys(work: Path) -> None:
    (work / "kliping.toml").write_text('kontak = "kami@warta.example"\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load({}, work)
    assert str(caught.value) == f"{work / 'kliping.toml'}: unknown key 'kontak'; known are contact, archive"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"contact = ", "is no TOML"),
        (b'contact = "\xff"', "is no TOML"),
        (b"contact = 7", "contact must be one line of text"),
        (b'contact = ""', "contact must be one line of text"),
        (b'contact = "a\\r\\nX-Evil: 1"', "contact must be one line of text"),
        (b"[archive]\npath = 1", "archive must be one line of text"),
    ],
)
def test_a_file_that_cannot_be_understood_is_told_in_one_line(work: Path, content: bytes, why: str) -> None:
    (work / "kliping.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=why) as caught:
        load({}, work)
    assert str(work / "kliping.toml") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_variable_with_a_line_break_is_an_error_that_names_it(work: Path) -> None:
    with pytest.raises(ConfigError, match="KLIPING_CONTACT: contact must be one line of text"):
        load({"KLIPING_CONTACT": "a\nb"}, work)


def test_a_byte_order_mark_is_passed_over(work: Path) -> None:
    (work / "kliping.toml").write_bytes(b'\xef\xbb\xbfarchive = "berita.db"')
    assert load({}, work).archive == "berita.db"
