"""The list that stands beside captures."""

from pathlib import Path

import pytest

from crawler.intake.manifest import BadManifest, addresses


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "MANIFEST.tsv"
    path.write_text(text, encoding=encoding)
    return path


def test_rows_give_addresses_in_their_order_whatever_the_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path, "note\turl\tlocal_path\nx\thttp://warta.example/b/\tb.html\n\thttp://warta.example/a/\tsub/a.html\n"
    )
    assert list(addresses(path).items()) == [
        (tmp_path / "b.html", "http://warta.example/b/"),
        (tmp_path / "sub" / "a.html", "http://warta.example/a/"),
    ]


def test_a_row_without_an_address_still_names_its_file(tmp_path: Path) -> None:
    path = write(tmp_path, "local_path\turl\na.html\t\nb.html\tn/a\nc.html\n\n\thttp://warta.example/\n")
    assert addresses(path) == {tmp_path / name: None for name in ("a.html", "b.html", "c.html")}


def test_the_first_row_of_a_file_counts(tmp_path: Path) -> None:
    path = write(tmp_path, "local_path\turl\na.html\thttp://warta.example/1/\na.html\thttp://warta.example/2/\n")
    assert addresses(path) == {tmp_path / "a.html": "http://warta.example/1/"}


def test_quotes_a_byte_order_mark_and_windows_line_ends_are_read_as_they_are(tmp_path: Path) -> None:
    path = write(tmp_path, 'local_path\turl\r\n"a".html\thttp://warta.example/a/\r\n', encoding="utf-8-sig")
    assert addresses(path) == {tmp_path / '"a".html': "http://warta.example/a/"}


@pytest.mark.parametrize("text", ["", "path\taddress\na\tb\n", "local_path,url\n", "\0\0\0"])
def test_a_list_of_something_else_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadManifest, match="local_path and url") as raised:
        addresses(write(tmp_path, text))
    assert "\n" not in str(raised.value)
