"""Invented words: alike in shape, always the same, never a real word's; what rules read stays."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.workshop.invent import Inventor
from crawler.workshop.kept import label_words, section_words, small_words

INVENTOR = Inventor(b"salt", ("kabarlembah", "Kabar Lembah"))
ODD = re.compile("vu|xe|xo|xu|qe")


@pytest.mark.parametrize("word", ["gajah", "Gajah", "GAJAH", "GaJaH"])
def test_a_word_becomes_another_of_its_length_and_capitals(word: str) -> None:
    made = INVENTOR.word(word)
    assert made.lower() != word.lower()
    assert made.lower() == INVENTOR.word("gajah")
    assert [letter.isupper() for letter in made] == [letter.isupper() for letter in word]


def test_another_salt_gives_other_words() -> None:
    assert Inventor(b"another").word("gajah") != INVENTOR.word("gajah")


def test_two_words_do_not_become_one() -> None:
    words = {f"{a}{b}u{c}a" for a in "bcdfghjkl" for b in "aeiou" for c in "mnprstw"}
    assert len({INVENTOR.word(word) for word in words}) == len(words)


KEPT = small_words() | label_words() | section_words()


def test_no_kept_word_could_be_invented() -> None:
    assert len(KEPT) > 1000
    assert not [word for word in KEPT if len(word) > 1 and ODD.search(word)]


@example("İİİİ")
@given(st.text(alphabet=st.characters(categories=["L"]), min_size=2, max_size=30))
def test_whatever_is_no_kept_word_becomes_an_odd_one(word: str) -> None:
    made = Inventor(b"x").word(word)
    assert word.lower() in small_words() or ODD.search(made.lower())


@pytest.mark.parametrize(
    "text",
    [
        "Senin, 23 November 2026 | 18:05 WIB",
        "23/11/2026, 18.05 WITA",
        "Jum'at, 6 Nop 26",
        "2026-11-23T18:05:10.000+0700",
        "KOMPAS.com, ANTARA",
        "KABAR LEMBAH",
        "Penulis: Editor: Reporter:",
        "Baca juga:",
        "katanya yang dan di",
        "Alamat surel Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
        "2 dari 5 halaman",
    ],
)
def test_what_rules_read_stays(text: str) -> None:
    assert INVENTOR.text(text) == text


def test_a_place_stays_only_where_the_dateline_of_the_page_has_it() -> None:
    inventor = Inventor(b"salt", filed=("Palangka Raya", "NTB"))
    text = "Warga PALANGKA RAYA, NTB, kerap ke Ketapang dan Sulawesi Barat"
    assert re.fullmatch(r"Warga PALANGKA RAYA, NTB, kerap ke [A-Z]\w+ dan [A-Z]\w+ [A-Z]\w+", inventor.text(text))
    assert not re.search("Ketapang|Sulawesi|Barat", inventor.text(text))
    assert inventor.address("/kubangan-di-palangka-raya").endswith("-di-palangka-raya")


@pytest.mark.parametrize(
    ("label", "prose"),
    [
        pytest.param("Ekonomi", "Ekonomi sedang lesu menurut para pedagang kerbau", id="section"),
        pytest.param("Baca juga: Gajah", "Warga sedang baca koran gajah sumbing", id="promo"),
        pytest.param("Editor: Gajah Sumbing", "Gajah itu editor kesayangan", id="credit"),
        pytest.param("Tinggalkan komentar", "Jangan tinggalkan kerbau sumbing sendirian", id="form"),
    ],
)
def test_a_word_of_labels_stays_in_a_label_and_goes_in_prose(label: str, prose: str) -> None:
    kept = {word for word in re.findall(r"\w+", label) if word in INVENTOR.text(label)}
    assert kept
    assert not [word for word in kept if re.search(rf"(?i)\b{word}\b", INVENTOR.text(prose))]


def test_a_word_behind_a_quotation_reports_it_and_stays() -> None:
    assert " tutup Wu" not in INVENTOR.text("Toko itu tutup Wulung Kencana")
    assert '"  tutup'.replace("  ", " ") in INVENTOR.text('"Kerbau lepas," tutup Wulung Kencana')


def test_a_title_that_is_cut_off_in_a_word_begins_like_the_invented_one() -> None:
    inventor = Inventor(b"salt")
    inventor.cut("sumb", "sumbing")
    assert inventor.word("Sumbing").startswith(inventor.word("Sumb"))


def test_a_region_written_together_with_the_house_stays() -> None:
    assert INVENTOR.text("kabarlembahBali") == "kabarlembahBali"
    assert INVENTOR.text("kabarlembahgajah") != "kabarlembahgajah"


@pytest.mark.parametrize(
    ("text", "gone"), [("0812-3456-7890", "3456"), ("Rp 657.118", "657"), ("ID 7224772", "7224772")]
)
def test_longer_numbers_get_other_digits(text: str, gone: str) -> None:
    made = INVENTOR.text(text)
    assert gone not in made
    assert re.sub(r"\d", "0", made.split(" ")[-1]) == re.sub(r"\d", "0", text.split(" ")[-1])


def test_an_unix_time_stays_only_where_a_time_is_expected() -> None:
    assert INVENTOR.text("1700000000", epochs=True) == "1700000000"
    assert INVENTOR.text("1700000000") != "1700000000"


def test_an_e_mail_address_names_nobody() -> None:
    made = INVENTOR.text("surel gajah.besar@kebun.example.co.id.")
    assert re.fullmatch(r"\w+ \w+@kabar\.example\.", made)
    assert "gajah" not in made
    assert "kebun" not in made


def test_a_slug_says_what_the_headline_says() -> None:
    headline = INVENTOR.text("Gajah Kembali ke Kebun Jakarta")
    made = INVENTOR.address(
        "https://kabarlembah.example/berita/2026/11/23/77123456/gajah-kembali-ke-kebun-jakarta.html?p=2"
    )
    slug = headline.lower().replace(" ", "-")
    assert re.fullmatch(rf"https://kabarlembah\.example/berita/2026/11/23/[3-9]\d{{7}}/{slug}\.html\?p=2", made)


@pytest.mark.parametrize(
    ("address", "made"),
    [
        ("javascript:void(0)", "#"),
        ("data:image/png;base64,AAAA", "#"),
        ("#", "#"),
        ("/", "/"),
        ("?page=2", "?page=2"),
        ("https://www.youtube.com/embed/", "https://www.youtube.com/embed/"),
        ("tel:+628123456", "tel:000"),
    ],
)
def test_addresses_of_no_words(address: str, made: str) -> None:
    assert INVENTOR.address(address) == made


def test_the_address_in_a_share_link_is_invented_alike() -> None:
    page = INVENTOR.address("https://kabarlembah.example/gajah-kembali")
    shared = INVENTOR.address("https://www.facebook.com/sharer.php?u=https%3A%2F%2Fkabarlembah.example%2Fgajah-kembali")
    assert shared == "https://www.facebook.com/sharer.php?u=" + page.replace(":", "%3A").replace("/", "%2F")


def test_two_names_in_one_word_are_invented_as_they_are_apart() -> None:
    inventor = Inventor(b"salt")
    inventor.join("tirta", "kencana")
    assert inventor.word("tirtakencana") == inventor.word("tirta") + inventor.word("kencana")
