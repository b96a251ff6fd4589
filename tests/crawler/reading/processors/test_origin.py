"""Where a syndicated piece appeared first, in the forms that papers print."""

import pytest

from crawler.reading.processors.origin import parse_origin, split_origin

HERE = "https://kota.warta.com/read/2026/11/23/1/kebun-atap"


TAYANG = "Artikel ini telah tayang di"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f'{TAYANG} Warta.com dengan judul "Kebun Atap", Klik untuk baca: {HERE}.', ("Warta.com", "Kebun Atap", HERE)),
        (f"{TAYANG} Warta.com dengan judul Kebun Atap", ("Warta.com", "Kebun Atap", None)),
        (f"{TAYANG} WartaKota.id dengan judul Kebun Atap, {HERE}", ("WartaKota.id", "Kebun Atap", HERE)),
        (f"{TAYANG} Warta.com dengan judul Kebun Atap (Siti Aminah)", ("Warta.com", "Kebun Atap", None)),
        (f"{TAYANG} Warta.com dengan judul Kebun Atap Penulis: Siti", ("Warta.com", "Kebun Atap", None)),
        (f"{TAYANG} Warta.com dengan judul 'Panen Jum'at Pagi'", ("Warta.com", "Panen Jum'at Pagi", None)),
        (f"{TAYANG} Warta.com berjudul “Kebun Atap”", ("Warta.com", "Kebun Atap", None)),
        ("Berita ini sudah tayang di Warta Jaya, Senin (23/11/2026).", ("Warta Jaya", None, None)),
        ("Artikel ini pertama kali tayang di majalah Warta Tani edisi Mei.", ("Warta Tani", None, None)),
        ("Artikel ini telah naik di wartaKota dan bisa dibaca di sini.", ("wartaKota", None, None)),
        ("Tulisan ini pernah dimuat di Harian Rengas pada 3 Mei 2026.", ("Harian Rengas", None, None)),
        ("Artikel ini terbit pertama kali di The Conversation.", ("The Conversation", None, None)),
        ("Kolom ini sebelumnya diterbitkan oleh Warta Tani.", ("Warta Tani", None, None)),
        ("This article was originally published on The Conversation.", ("The Conversation", None, None)),
        ("This article is republished from The Conversation under a license.", ("The Conversation", None, None)),
        ("This story first appeared in Rengas Weekly.", ("Rengas Weekly", None, None)),
        ("Diadaptasi dari artikel WR bahasa Inggris", ("WR", None, None)),
        ("Artikel ini diterjemahkan dari Rengas Weekly.", ("Rengas Weekly", None, None)),
    ],
)
def test_the_line_says_paper_headline_and_address(text: str, told: tuple[str, str | None, str | None]) -> None:
    found = parse_origin(text)
    assert found is not None and found.text == text
    assert (found.name, found.title, found.url) == told


@pytest.mark.parametrize(
    "text",
    [
        "Artikel ini telah tayang di sejumlah televisi.",
        "Artikel itu telah tayang di Warta.com dengan judul Kebun Atap.",
        "Artikel ini telah tayang di Warta Jaya membuat warga marah.",
        '"Artikel ini telah tayang di Warta.com," kata Siti.',
        "Berita ini dimuat di Warta.com.",
        "Artikel ini disadur dari berbagai sumber.",
        "Sumber: Warta.com",
        "Lihat artikel asli",
        "Film ini telah tayang di Jakarta.",
        "",
    ],
)
def test_a_sentence_about_an_article_is_none(text: str) -> None:
    assert parse_origin(text) is None


def test_a_linked_address_is_one_of_an_article() -> None:
    line = "Artikel ini telah tayang di Warta.com dengan judul Kebun Atap"
    home = "https://www.warta.com/"
    assert parse_origin(line, (home,)).url is None  # type: ignore[union-attr]
    assert parse_origin(line, (home, HERE)).url == HERE  # type: ignore[union-attr]
    assert parse_origin(line, (HERE, "https://www.warta.com/tag/kebun")).url == HERE  # type: ignore[union-attr]


def test_a_link_alone_is_an_origin_without_a_name() -> None:
    found = parse_origin("Lihat artikel asli", (HERE,))
    assert found is not None and (found.name, found.url) == (None, HERE)


def test_the_line_behind_the_last_sentence_is_split_off() -> None:
    line = "Artikel ini telah tayang di Warta.com dengan judul Kebun Atap"
    assert split_origin(f"Kebun itu luas. {line}") == ("Kebun itu luas.", line)
    assert split_origin("Kebun itu luas. Artikel ini telah tayang di mana-mana.")[1] is None


@pytest.mark.parametrize(
    "text",
    ["Artikel ini telah " * 6_000, "Artikel ini telah tayang di " + "Warta " * 16_000, ". Artikel ini telah" * 6_000],
)
def test_a_text_of_a_hundred_thousand_characters_is_answered(text: str) -> None:
    assert parse_origin(text) is None
    assert split_origin(text)[1] is None
