"""Notices that an article was corrected, answered or changed, as papers print them."""

import pytest

from crawler.reading.processors.correction import label_kind, labelled, sentence_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ralat: Luas kebun tertulis 3 hektare, yang benar 2 hektare.", "ralat"),
        ("RALAT : Luas kebun 2 hektare, bukan 3 hektare.", "ralat"),
        ("*Ralat - nama lurah yang benar adalah Siti Aminah.", "ralat"),
        ("Ralat (23/11/2026): nama lurah yang benar adalah Siti Aminah.", "ralat"),
        ("Ralat Redaksi: nama lurah yang benar adalah Siti Aminah.", "ralat"),
        ("Koreksi: Artikel ini sebelumnya menyebut luas 3 hektare.", "ralat"),
        ("KOREKSI: Judul berita ini seharusnya menyebut dua hektare.", "ralat"),
        ("Correction: An earlier version of this story misspelled the headman's name.", "ralat"),
        ("Catatan redaksi: Berita ini telah diperbarui dengan keterangan lurah.", "catatan_redaksi"),
        ("Catatan Redaksi - Tulisan ini memuat kisah kekerasan.", "catatan_redaksi"),
        ("CATATAN EDITOR: Nama warga dalam tulisan ini disamarkan.", "catatan_redaksi"),
        ("(Catatan redaksi: nama warga disamarkan)", "catatan_redaksi"),
        ("Keterangan redaksi: foto pada berita ini telah diganti.", "catatan_redaksi"),
        ("Editor's note: This story has been updated.", "catatan_redaksi"),
        ("Hak jawab: Berita ini telah dijawab oleh pengelola pasar.", "hak_jawab"),
        ("Hak Jawab dan Koreksi: Redaksi telah menerima surat pengelola pasar.", "hak_jawab"),
        ("[RALAT] Luas kebun 2 hektare, bukan 3 hektare.", "ralat"),
        ("(Ralat) Luas kebun 2 hektare, bukan 3 hektare.", "ralat"),
        ("Ralat atas berita Kebun Atap Dipanen: luas kebun 2 hektare.", "ralat"),
        ("Koreksi atas artikel Kebun Atap (https://warta.example/kebun-atap/): luas kebun 2 hektare.", "ralat"),
        ("Permohonan maaf: redaksi keliru menulis nama lurah.", "ralat"),
        ("Hak Jawab PT Sayur terhadap pemberitaan Kebun Atap: kebun itu milik warga.", "hak_jawab"),
        ("Hak Koreksi: artikel berjudul Kebun Atap memuat angka yang keliru.", "hak_jawab"),
    ],
)
def test_a_label_says_the_kind_of_a_notice(text: str, kind: str) -> None:
    assert labelled(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Ralat itu disampaikan lurah pada Senin.",
        "Koreksi: indeks turun 2 persen pada pekan ini.",
        "Koreksi harga beras berlanjut.",
        "Koreksi atas harga beras: turun 2 persen.",
        "Ralat atas berita itu dimuat pada Senin.",
        "Permohonan maaf: begini cara mengucapkannya.",
        "Hak jawab warga atas pemberitaan itu dimuat pada Senin.",
        "Hak jawab: hak seseorang untuk menanggapi pemberitaan yang merugikan.",
        "Hak jawab dimuat koran itu pada halaman pertama.",
        "Catatan redaksi majalah itu dibaca ribuan orang.",
        "Catatan: siapkan dua kilogram beras.",
        "Keterangan: harga belum termasuk ongkos kirim.",
        "Editor: Siti Aminah",
        "Berita ini: tentang kebun.",
        "",
    ],
)
def test_the_same_words_in_an_article_are_no_notice(text: str) -> None:
    assert labelled(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Berita ini telah diperbarui pada 23 November 2026 pukul 10.00 WIB.", "pembaruan"),
        ("Artikel ini sudah direvisi setelah pengelola pasar memberi keterangan.", "pembaruan"),
        ("(Artikel ini telah mengalami perubahan pada judul dan isi, pukul 19.36 WIB)", "pembaruan"),
        ("Judul berita ini telah diubah dari Kebun Atap menjadi Kebun Warga.", "pembaruan"),
        ("Judul artikel diubah agar lebih jelas.", "pembaruan"),
        ("*Tulisan ini telah disunting kembali.", "pembaruan"),
        ("This story has been updated with the headman's comments.", "pembaruan"),
        ("Berita ini telah dikoreksi: luas kebun 2 hektare.", "ralat"),
        ("Artikel di atas telah diralat pada bagian angka.", "ralat"),
        ("Berita ini telah dicabut atas permintaan warga.", "ralat"),
        ("An earlier version of this article misstated the size.", "ralat"),
        ("Redaksi memohon maaf atas kekeliruan tersebut.", "ralat"),
        ("Redaksi Warta.com mohon maaf kepada pembaca atas kesalahan penulisan nama.", "ralat"),
        ("Atas kekeliruan ini, redaksi meminta maaf kepada pembaca.", "ralat"),
        ("Kami mohon maaf atas kekeliruan penulisan nama itu.", "ralat"),
        ("Terdapat kesalahan penulisan nama lurah dalam berita ini.", "ralat"),
        ("Sebelumnya tertulis 3 hektare, seharusnya 2 hektare.", "ralat"),
        ("Pada berita sebelumnya tertulis 3 hektare, yang benar 2 hektare.", "ralat"),
        ("Catatan: artikel ini telah dikoreksi.", "ralat"),
    ],
)
def test_a_sentence_at_the_edge_of_a_text_may_be_a_notice(text: str, kind: str) -> None:
    assert sentence_kind(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Berita itu telah diperbarui oleh kantor berita asing.",
        "Artikel tersebut telah dihapus dari laman desa.",
        '"Berita ini telah diperbarui," kata Siti.',
        "Berita ini telah diperbarui pemiliknya, kata Siti Aminah.",
        "Redaksi majalah itu meminta maaf kepada pembaca.",
        "Redaksi memohon maaf atas kesalahan itu, ujar pemimpinnya.",
        "Kami mohon maaf lahir dan batin.",
        "Berita ini menyebar cepat di desa.",
        "Judul buku itu diubah tiga kali.",
        "Terdapat kesalahan pada meteran air warga.",
        "Sebelumnya tertulis harga lama di papan.",
        "Artikel ini menjadi yang paling banyak dibaca.",
        "Laporan ini disusun lurah selama dua bulan.",
    ],
)
def test_a_sentence_about_another_text_is_no_notice(text: str) -> None:
    assert sentence_kind(text) is None


def test_a_label_on_its_own_line_needs_what_follows_to_prove_it() -> None:
    assert label_kind("RALAT", "Luas kebun 2 hektare.") == "ralat"
    assert label_kind("Catatan Redaksi:", "Nama disamarkan.") == "catatan_redaksi"
    assert label_kind("Koreksi", "Indeks saham turun 2 persen.") is None
    assert label_kind("Koreksi", "Artikel ini sebelumnya menyebut 3 hektare.") == "ralat"
    assert label_kind("Hak Jawab", "Hak jawab adalah hak seseorang untuk menanggapi pemberitaan.") is None
    assert label_kind("Hak Jawab", "Redaksi telah menerima surat dari pengelola pasar.") == "hak_jawab"
    assert label_kind("Ralat Berita Kebun Atap yang Panjang Sekali", "Luas kebun 2 hektare.") is None


@pytest.mark.parametrize(
    "text",
    [
        "ralat " * 16_000,
        "hak jawab atas berita " * 5_000,
        "berita ini telah " * 6_000,
        "redaksi kami " * 8_000,
        "ada kesalahan " * 7_000,
    ],
)
def test_a_text_of_a_hundred_thousand_characters_is_answered(text: str) -> None:
    assert (labelled(text), sentence_kind(text), label_kind(text, text)) == (None, None, None)
