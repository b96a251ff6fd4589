"""Corrections, origin and rights: out of the text, into their fields; articles about such things keep their words."""

import pytest

from archive.article import Article, Correction, Origin, Paragraph, Promo
from tests.crawler.reading.sample import FIRST, SECOND, THIRD, article, markup

TEXT = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
PLAIN = [FIRST, SECOND, THIRD]
AI = (
    "Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di situs web ini tanpa "
    "izin tertulis dari Kantor Berita WARTA."
)


def paragraphs(found: Article) -> list[str]:
    return [
        text
        for section in found.sections
        for text in [section.heading, *(block.text for block in section.blocks if isinstance(block, Paragraph))]
        if text
    ]


RALAT = "Ralat: Berita sebelumnya menyebut 3 hektare, yang benar 2 hektare."
CATATAN = "Catatan redaksi: Berita ini telah diperbarui dengan keterangan lurah."
BARU = "Artikel ini telah diperbarui pada 23 November 2026 pukul 10.00 WIB."


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        (f"<p><em>{RALAT}</em></p>{TEXT}", "ralat", RALAT),
        (f"<p>{RALAT}</p><p>Jakarta - {FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", "ralat", RALAT),
        (f"{TEXT}<p><strong>Catatan redaksi:</strong>{CATATAN[16:]}</p>", "catatan_redaksi", CATATAN),
        (f"{TEXT}<blockquote>{CATATAN}</blockquote>", "catatan_redaksi", CATATAN),
        (f"{TEXT}<div class='info-box'><p>{CATATAN}</p></div>", "catatan_redaksi", CATATAN),
        (f"{TEXT}<aside class='koreksi'><p>{RALAT}</p></aside>", "ralat", RALAT),
        (f"{TEXT}<p>{BARU}</p><p>Editor: Siti Aminah</p>", "pembaruan", BARU),
        (f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}<br>{BARU}</p>", "pembaruan", BARU),
        (f"{TEXT}<h3>Ralat</h3><p>Luas kebun 2 hektare.</p>", "ralat", "Ralat\nLuas kebun 2 hektare."),
        (f"{TEXT}<p><b>RALAT</b></p><p>Luas kebun 2 hektare.</p>", "ralat", "RALAT\nLuas kebun 2 hektare."),
        (f"{TEXT}<p><b>RALAT</b><br>Luas kebun 2 hektare.</p>", "ralat", "RALAT\nLuas kebun 2 hektare."),
    ],
)
def test_a_notice_is_cut_wherever_it_is_printed(body: str, kind: str, text: str) -> None:
    found = article(markup(body))
    assert [(one.kind, one.text) for one in found.corrections] == [(kind, text)]
    assert paragraphs(found) == PLAIN


def test_a_notice_of_several_paragraphs_is_one() -> None:
    more = "Redaksi memohon maaf kepada pembaca atas kekeliruan yang terjadi pada berita itu."
    found = article(markup(f"{TEXT}<h4>Catatan Redaksi</h4><p>Judul berita ini telah diubah.</p><p>{more}</p>"))
    assert found.corrections[0].text == f"Catatan Redaksi\nJudul berita ini telah diubah.\n{more}"
    assert paragraphs(found) == PLAIN


SORRY = "Kami mohon maaf."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<div class='ralat'><h3>Ralat</h3><p>Luas kebun 2 hektare.</p><p>{SORRY}</p></div>{TEXT}", None),
        (f"{TEXT}<div class='ralat'><h3>Ralat</h3><p>Luas kebun 2 hektare.</p><p>{SORRY}</p></div>", None),
        (f"{TEXT}<aside class='koreksi'><p>{RALAT}</p><p>{SORRY}</p></aside>", f"{RALAT}\n{SORRY}"),
        (f"<p>{RALAT}<br>{SORRY}</p>{TEXT}", f"{RALAT}\n{SORRY}"),
        (f"<p>Ralat</p><p>Luas kebun 2 hektare.</p><p>{BARU}</p>{TEXT}", f"Ralat\nLuas kebun 2 hektare.\n{BARU}"),
    ],
)
def test_a_box_or_a_label_holds_one_notice(body: str, text: str | None) -> None:
    found = article(markup(body))
    assert [one.text for one in found.corrections] == [text or f"Ralat\nLuas kebun 2 hektare.\n{SORRY}"]
    assert paragraphs(found) == PLAIN


def test_a_labelled_line_of_the_only_paragraph_ends_with_the_line() -> None:
    assert paragraphs(article(markup(f"<p>{RALAT}<br>{FIRST}<br>{SECOND}</p>"))) == [f"{FIRST}\n{SECOND}"]


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("Hak Jawab PT Sayur atas berita", "hak_jawab"),
        ("Ralat atas berita", "ralat"),
        ("Koreksi terhadap artikel", "ralat"),
    ],
)
def test_a_line_that_names_and_links_the_article_it_corrects_is_a_notice(named: str, kind: str) -> None:
    found = article(markup(f"{TEXT}<p>{named} <a href='/2026/11/lama/'>Kebun Atap Dipanen</a></p>"))
    url = "https://www.warta.example/2026/11/lama/"
    assert [(one.kind, one.text, one.url) for one in found.corrections] == [(kind, f"{named} Kebun Atap Dipanen", url)]
    assert paragraphs(found) == PLAIN
    assert paragraphs(article(markup(f"{TEXT}<p>{named} Kebun Atap Dipanen.</p>")))[3:]


def test_a_notice_says_which_article_it_corrects() -> None:
    link = "<p>Ralat: Luas kebun 2 hektare, bukan 3 seperti pada <a href='/2026/11/lama/'>berita awal</a>.</p>"
    assert article(markup(TEXT + link)).corrections[0].url == "https://www.warta.example/2026/11/lama/"
    assert article(markup(f"{TEXT}<p>{RALAT}</p>")).corrections[0].url is None


@pytest.mark.parametrize("where", ["above", "below"])
def test_a_notice_in_a_box_outside_the_text_is_found(where: str) -> None:
    box = f"<div class='kotak'><p>{RALAT}</p></div>"
    found = article(markup(above=box) if where == "above" else markup(below=box))
    assert found.corrections == (Correction(kind="ralat", text=RALAT),)
    assert paragraphs(found) == PLAIN


def test_an_article_about_a_right_of_reply_keeps_its_words() -> None:
    reply = "Hak jawab adalah hak seseorang untuk memberikan tanggapan terhadap pemberitaan yang merugikan namanya."
    error = "Redaksi majalah itu memohon maaf kepada pembaca atas kesalahan penulisan nama lurah pada edisi Mei."
    found = article(
        markup(f"<p>{FIRST}</p><h2>Hak Jawab</h2><p>{reply}</p><p>{error}</p><h2>Koreksi</h2><p>{THIRD}</p>")
    )
    assert found.corrections == ()
    assert paragraphs(found) == [FIRST, "Hak Jawab", reply, error, "Koreksi", THIRD]


def test_a_sentence_in_the_middle_of_a_text_is_no_notice() -> None:
    many = "".join(f"<p>{SECOND} {n}</p>" for n in range(8))
    found = article(markup(f"<p>{FIRST}</p><p>{BARU}</p>{many}"))
    assert found.corrections == () and BARU in paragraphs(found)


def test_a_right_of_reply_that_is_the_whole_text_stays_its_text() -> None:
    reply = "Hak jawab: Berita berjudul Kebun Atap dimuat redaksi pada Senin lalu, dan kami keberatan atas isinya."
    found = article(markup(f"<p>{reply}</p>"))
    assert paragraphs(found) == [reply] and found.corrections == ()


HERE = "https://kota.warta.com/read/2026/11/23/1/kebun-atap"
TAYANG = "Artikel ini telah tayang di Warta.com dengan judul Kebun Atap"


def test_the_line_of_origin_is_cut_with_the_credits_behind_it() -> None:
    line = (
        f'Artikel ini telah tayang di <a href="https://www.warta.com/">Warta.com</a> dengan judul "Kebun Atap", {HERE}.'
    )
    found = article(markup(f"{TEXT}<p>{line}<br>Penulis : Budi Santoso<br>Editor : Siti Aminah</p>"))
    assert found.origin == Origin(
        text=f'Artikel ini telah tayang di Warta.com dengan judul "Kebun Atap", {HERE}.',
        name="Warta.com",
        title="Kebun Atap",
        url=HERE,
    )
    assert paragraphs(found) == PLAIN
    assert found.byline is not None and found.byline.people[0].name == "Budi Santoso"


def test_the_address_on_the_line_below_belongs_to_the_origin() -> None:
    found = article(markup(f"{TEXT}<p>{TAYANG}<br>Klik untuk baca: {HERE}</p>"))
    assert found.origin is not None and found.origin.url == HERE
    assert found.origin.text == f"{TAYANG}\nKlik untuk baca: {HERE}"
    assert paragraphs(found) == PLAIN


def test_an_origin_behind_the_last_sentence_is_cut_from_it() -> None:
    found = article(markup(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD} {TAYANG}</p>"))
    assert found.origin is not None and found.origin.title == "Kebun Atap"
    assert paragraphs(found) == PLAIN


def test_the_outlets_own_name_is_what_the_line_says() -> None:
    found = article(markup(f"{TEXT}<p>Artikel ini telah tayang di Warta Contoh dengan judul Kebun Atap</p>"))
    assert found.origin is not None and found.origin.name == "Warta Contoh"


def test_a_credited_source_is_no_origin() -> None:
    found = article(markup(f"{TEXT}<p>Sumber: Antara</p>"))
    assert found.origin is None and paragraphs(found) == PLAIN
    assert found.byline is not None and found.byline.people[0].role == "sumber"


@pytest.mark.parametrize("inside", [True, False])
def test_credits_copyright_and_the_line_against_machines_part(inside: bool) -> None:
    lines = f"<p>Pewarta: Budi Santoso<br>Editor: Siti Aminah<br>Copyright © WARTA 2026</p><p>{AI}</p>"
    found = article(markup(TEXT + lines) if inside else markup(below=lines))
    assert found.rights == f"Copyright © WARTA 2026\n{AI}"
    assert paragraphs(found) == PLAIN
    assert found.byline is not None and found.byline.text == "Pewarta: Budi Santoso Editor: Siti Aminah"


@pytest.mark.parametrize("line", ["Copyright © WARTA 2026", "COPYRIGHT © 2016", AI])
def test_a_rights_notice_between_paragraphs_is_cut(line: str) -> None:
    found = article(markup(f"<p>{FIRST}</p><p>{SECOND}</p><p>{line}</p><p>{THIRD}</p>"))
    assert (found.rights, paragraphs(found)) == (line, PLAIN)


def test_the_footer_of_the_site_is_no_notice_of_the_article() -> None:
    assert article(markup()).rights is None


def test_a_heading_that_headed_but_a_notice_is_a_line_of_text() -> None:
    body = f"{TEXT}<p><b>Laporan ini ditulis Siti</b></p><p>{TAYANG}</p>"
    assert paragraphs(article(markup(body))) == [*PLAIN, "Laporan ini ditulis Siti"]


def test_promos_of_lists_tables_and_quotes_are_cut_with_their_links() -> None:
    link = "<a href='/2026/11/harga/'>Harga Cabai Turun</a>"
    told = Promo(text="Baca juga: Harga Cabai Turun", url="https://www.warta.example/2026/11/harga/")
    for box in (
        f"<ul><li>Cabai dari lereng utara</li><li>Baca juga: {link}</li></ul>",
        f"<table><tr><td>Cabai</td><td>30</td></tr><tr><td colspan='2'>Baca juga: {link}</td></tr></table>",
        f"<blockquote>Jagalah kebun ini.<br>Baca juga: {link}</blockquote>",
        f"<p>Kebun itu luas. <strong>Baca juga: {link}</strong> Warga senang.</p>",
    ):
        assert article(markup(TEXT + box)).promos == (told,), box


def test_a_heading_that_leads_to_a_topic_heads_its_text() -> None:
    topic = "<h2><a href='/tag/kebun-atap'>Apa itu kebun atap?</a></h2>"
    other = "<h2><a href='/2026/11/harga/'>Harga Cabai Turun di Pasar</a></h2>"
    found = article(markup(f"<p>{FIRST}</p>{topic}<p>{SECOND}</p>{other}<p>{THIRD}</p>"))
    assert [section.heading for section in found.sections] == [None, "Apa itu kebun atap?"]
    assert [promo.text for promo in found.promos] == ["Harga Cabai Turun di Pasar"]


def test_a_teaser_behind_a_wall_is_paywalled_and_keeps_no_words_of_the_wall() -> None:
    found = article(markup(f"<p>{FIRST}</p><p>{SECOND}</p><p>Berlangganan untuk melanjutkan membaca.</p>"))
    assert found.access == "paywalled" and paragraphs(found) == [FIRST, SECOND]


def test_a_label_beside_the_headline_is_a_paywall_and_a_menu_is_none() -> None:
    assert article(markup(above="<span>Premium</span>")).access == "paywalled"
    assert article(markup(above="<a href='/premium/'>Premium</a>")).access == "unknown"


def test_a_text_of_ten_thousand_lines_is_read() -> None:
    lines = "".join(f"<p>Ralat {n}</p>" for n in range(10_000))
    assert len(paragraphs(article(markup(f"<p>{FIRST}</p>{lines}<p>{SECOND}</p>")))) == 10_002
