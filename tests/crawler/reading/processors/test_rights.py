"""Printed rights notices."""

import pytest

from crawler.reading.processors.rights import is_rights, split_rights


@pytest.mark.parametrize(
    "text",
    [
        "Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di situs web ini "
        "tanpa izin tertulis dari Kantor Berita WARTA.",
        "Dilarang mengutip isi berita tanpa izin tertulis dari redaksi.",
        "Dilarang menyalin artikel ini tanpa menyebut sumber.",
        "Copyright © WARTA 2026",
        "COPYRIGHT © 2016",
        "Copyright (c) 2026 Warta Contoh",
        "© 2026 Warta Contoh",
        "Hak cipta dilindungi undang-undang.",
        "Hak Cipta © 2026 Warta Contoh",
        "All rights reserved.",
    ],
)
def test_a_notice_is_known(text: str) -> None:
    assert is_rights(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dilarang mengambil gambar di dalam museum tanpa izin pengelola.",
        "Dilarang merokok di halaman sekolah.",
        "Copyright adalah hak pencipta atas karyanya.",
        "Hak cipta lagu itu diperebutkan dua musisi.",
        "Lurah melarang warga mengutip iuran.",
        "Hak cipta dilindungi " + "dan diatur panjang lebar dalam undang-undang itu " * 5,
        "",
    ],
)
def test_a_sentence_about_rights_is_none(text: str) -> None:
    assert not is_rights(text)


def test_the_copyright_behind_credits_is_split_off() -> None:
    credit = "Pewarta: Budi Santoso Editor: Siti Aminah"
    assert split_rights(f"{credit} Copyright © WARTA 2026") == (credit, "Copyright © WARTA 2026")
    assert split_rights(credit) == (credit, None)


@pytest.mark.parametrize("text", ["dilarang mengutip " * 6_000, "copyright © " * 9_000, "Hak cipta © 2026 " * 6_000])
def test_a_text_of_a_hundred_thousand_characters_is_answered(text: str) -> None:
    assert not is_rights(text)
    assert len(split_rights(text)[0]) > len(text) - 100
