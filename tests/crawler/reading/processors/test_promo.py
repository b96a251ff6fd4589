"""Lines that advertise something else. The forms, with where each is seen, are the rows of data/promo.tsv."""

import pytest

from crawler.reading.phrases import rows
from crawler.reading.processors.promo import is_promo

# Sentences of articles in which the words of promos stand.
TEXT = """
Baca buku adalah kegemarannya.
Ia ingin baca juga buku itu.
Baca juga bukunya yang kedua, kata dia, sebelum menilai.
Bacaan anak-anak kini mudah dicari di taman kota.
Membaca selengkapnya naskah itu butuh dua hari.
Simak penjelasan berikut ini.
Simak juga penjelasan berikut ini.
Simak juga tips merawat padi berikut ini:
Simak ulasan lengkapnya berikut ini.
Sekolah itu membuka halaman khusus bagi calon murid di lamannya.
Seperti apa perubahannya? Simak video berikut.
Menyimak juga bagian dari belajar bahasa.
Lihat saja harga beras di pasar.
Lihat juga bagaimana petani memilih benih.
Terlihat juga sejumlah warga membawa payung.
Saksikan pertunjukan itu di balai desa pada Sabtu malam.
Saksikan juga bagaimana pengrajin menenun kain.
Saksikan film itu di bioskop kota mulai Jumat.
Tonton juga bagian keduanya agar ceritanya utuh.
Iklan rokok dilarang di dekat sekolah.
Iklan layanan masyarakat itu tayang sejak Senin.
Bagikan beras kepada warga, kata dia.
Bagikan artikel itu kepada murid, pesan guru.
Share lokasi menjadi kebiasaan.
Terkait dugaan itu, polisi memeriksa dua saksi.
Terkait harga, pedagang menunggu keputusan lurah.
Berita terkait banjir itu tersebar cepat di desa.
Artikel terkait hama dimuat dalam buletin tani.
Halaman selanjutnya dari naskah itu hilang.
Halaman sekolah itu dipenuhi bunga.
Halaman 12 buku itu robek.
Klik tombol "Daftar" di sudut kanan atas halaman.
Klik halaman utama lalu pilih menu Tagihan.
Klik di sini bukan satu-satunya cara mendaftar.
Lanjut ke halaman pembayaran, lalu pilih bank.
Unduh aplikasi Air Rengas di Play Store.
Download aplikasi Air Rengas lebih dulu.
Buka aplikasi di ponsel, lalu pilih menu bantuan.
Ikuti langkah-langkah berikut ini.
Ikuti saja terus jalan itu hingga pertigaan.
Ikuti berita resmi dari balai kota, pesan lurah.
Ikuti lomba layang-layang di lapangan desa.
Gabung dengan kelompok tani membuat mereka kuat.
Dapatkan potongan harga dengan membawa kartu warga.
Dapatkan berbagai benih gratis di balai desa.
Daftarkan anak paling lambat Jumat, kata kepala sekolah.
Cek berita itu lebih dulu sebelum disebarkan.
Cek tarif air melalui laman resmi perusahaan.
Jangan lewatkan keseruan pawai perahu pada Minggu pagi.
Jangan lupa membawa payung, kata petugas.
Video itu diunggah di saluran WhatsApp kecamatan.
Kabar itu beredar di grup Telegram warga sejak Senin.
Laporan itu dikirim lewat WhatsApp kepada lurah.
Warga mencari kabar di Google News setiap pagi.
Kata kunci itu paling sering dicari warga.
"Ikuti saluran WhatsApp kami," kata kepala dinas.
“Mari gabung di grup Telegram desa,” ujar Siti.
Populer sejak 1980-an, tari itu kini jarang dipentaskan.
Trending topik itu bertahan dua hari.
Selengkapnya, lurah menjelaskan bahwa sumur itu dalam.
Selanjutnya, adonan dibiarkan selama satu jam.
Selanjutnya: tambahkan garam dan aduk rata.
Pilihan editor jatuh pada naskah kedua.
Advertisement bukan satu-satunya sumber pendapatan.
Scroll to continue menjadi judul pameran itu.
#AirUntukRengas menjadi topik populer di Twitter.
#1 Sungai Pasir
#2. Bukit Batu
Nomor #7 dipakai pemain itu sejak kecil.
Dilihat dari jauh, bukit itu mirip gajah.
Dibaca 12 kali pun naskah itu tetap menarik.
Daftar isi buku itu memuat sepuluh bab.
Dukung jurnal ilmiah desa, katanya.
Perbesar porsi sayur dan kurangi garam.
Selanjutnya: petani menyiram kebun itu setiap pagi.
Akhir dari Artikel 5 undang-undang itu berbunyi demikian.
Lewati jalan kecil itu dan terus berjalan.
Ikuti jejak @wartapagi, kata petani itu.
Halaman 3 koran itu memuat foto panen.
Follow up laporan itu dilakukan pekan depan.
Populernya lagu itu mengejutkan penciptanya.
""".strip().split("\n")


@pytest.mark.parametrize("row", rows("promo"), ids=lambda row: f"{row[0]} {row[1]}")
def test_every_phrase_of_the_table_is_found_in_its_example(row: tuple[str, ...]) -> None:
    assert is_promo(row[4], linked=row[0] == "linked")


def test_the_table_says_how_each_phrase_counts_and_where_it_is_seen() -> None:
    for row in rows("promo"):
        assert len(row) == 5 and all(row), row
        assert row[0] in ("whole", "begins", "heads", "linked", "inside")
        assert row[1] == row[1].casefold()
    assert len({row[1] for row in rows("promo") if row[0] != "linked"}) == sum(
        row[0] != "linked" for row in rows("promo")
    )


@pytest.mark.parametrize("text", [*TEXT, ""])
def test_a_sentence_of_the_article_is_none(text: str) -> None:
    assert not is_promo(text, linked=False)


@pytest.mark.parametrize("text", ["Baca Buku Desa", "Lihat Panen Padi di Lereng", "Simak Cara Menanam Cabai"])
def test_a_title_behind_a_bare_verb_counts_only_as_a_link(text: str) -> None:
    assert is_promo(text, linked=True) and not is_promo(text, linked=False)


@pytest.mark.parametrize(
    "text",
    ["2 dari 5 halaman", "Halaman 2 dari 5", "Halaman 1/2", "Halaman: 1 2 3", "Page 2", "Halaman: 1 2 Selanjutnya"],
)
def test_numbers_of_pages_are_no_text(text: str) -> None:
    assert is_promo(text, linked=False)


@pytest.mark.parametrize(
    "text", ["Post Views: 1.204", "0 Shares 12 Views", "Dibaca: 87 kali", "1,2 rb kali dilihat", "Total views: 9"]
)
def test_counters_are_no_text(text: str) -> None:
    assert is_promo(text, linked=False)


@pytest.mark.parametrize(
    "text",
    [
        "Follow Instagram @wartapagi",
        "Ikuti akun TikTok kami @wartapagi",
        "Yuk, ikuti kami di X @wartapagi",
        "Lewati Artikel pilihan dan terus membaca",
        "Lewati Whatsapp dan lanjutkan membaca",
    ],
)
def test_calls_to_an_account_and_past_a_box_are_no_text(text: str) -> None:
    assert is_promo(text, linked=False)


@pytest.mark.parametrize("text", ["#AirBersih #Rengas", "** #IngatSungai", "#CeritaDesa bersama warga"])
def test_hashtags_are_no_text(text: str) -> None:
    assert is_promo(text, linked=False)


@pytest.mark.parametrize(
    "text",
    [
        "baca " * 20_000,
        "lewati " * 15_000,
        "ikuti @" * 15_000,
        "#a" * 50_000,
        "1." * 50_000,
        "ikuti, " * 15_000,
        "# " * 50_000,
    ],
)
def test_a_line_of_a_hundred_thousand_characters_is_answered(text: str) -> None:
    assert not is_promo(text, linked=False) or text.startswith("#a")
