"""Elements of a body as headings and blocks."""

import pytest

from archive.article import Article, Embed, Figure, ListBlock, Paragraph, Promo, Quote, Table
from tests.crawler.reading.sample import FIRST, SECOND, THIRD, article, markup

P = f"<p>{FIRST}</p>"
MORE = f"<p>{SECOND}</p><p>{THIRD}</p>"


def read(body: str) -> Article:
    return article(markup(body))


def blocks(body: str) -> list[object]:
    return [block for section in read(body).sections for block in section.blocks]


def headings(body: str) -> list[tuple[str | None, int | None]]:
    return [(one.heading, one.level) for one in read(body).sections if one.heading]


def test_headings_make_sections_with_their_level() -> None:
    assert headings(f"{P}<h2>Panen Kedua</h2>{P[:-5]} lagi.</p><h3>Harga</h3>{MORE}") == [
        ("Panen Kedua", 2),
        ("Harga", 3),
    ]


@pytest.mark.parametrize(
    "bold",
    [
        "<p><strong>Panen Kedua</strong></p>",
        "<p><b>Panen <i>Kedua</i></b><br></p>",
        "<p><span style='font-weight: 700'>Panen Kedua</span></p>",
    ],
)
def test_a_paragraph_wholly_in_bold_is_a_heading_of_level_three(bold: str) -> None:
    assert headings(f"{P}{bold}{MORE}") == [("Panen Kedua", 3)]


def test_a_bold_line_before_a_line_break_heads_the_text_behind_it() -> None:
    assert headings(f"{P}<p><b>Panen Kedua</b><br>{SECOND}</p><p>{THIRD}</p>") == [("Panen Kedua", 3)]


@pytest.mark.parametrize(
    "bold", [f"<p><b>{SECOND}</b></p>", "<p><b>(Warta/Foto)</b></p>", f"<p><b>Panen</b> {SECOND}</p>"]
)
def test_bold_sentences_and_marks_are_no_headings(bold: str) -> None:
    assert headings(f"{P}{bold}<p>{THIRD}</p>") == []


def test_a_bold_row_of_dashes_is_no_text() -> None:
    assert blocks(f"{P}{MORE}<p><br><strong><em>-----</em></strong></p>") == blocks(f"{P}{MORE}")


def test_a_bold_first_line_is_no_heading_of_the_lead() -> None:
    assert headings(f"<p><b>Panen kebun atap</b></p>{P}{MORE}") == []


def test_line_breaks_stay_and_two_of_them_part_paragraphs() -> None:
    assert blocks(f"<div>{FIRST}<br>{SECOND}<br><br>{THIRD}</div>") == [
        Paragraph(text=f"{FIRST}\n{SECOND}"),
        Paragraph(text=THIRD),
    ]


def test_text_beside_paragraphs_is_not_lost() -> None:
    assert blocks(f"Pembuka tulisan tanpa paragraf.{P}Penutup tulisan tanpa paragraf.") == [
        Paragraph(text="Pembuka tulisan tanpa paragraf."),
        Paragraph(text=FIRST),
        Paragraph(text="Penutup tulisan tanpa paragraf."),
    ]


def test_quotes_keep_their_source_apart() -> None:
    told = f"{P}<blockquote><p>Kami panen tiap pekan.</p><cite>— Siti Aminah</cite></blockquote>{MORE}"
    assert Quote(text="Kami panen tiap pekan.", cite="— Siti Aminah") in blocks(told)


def test_lists_keep_order_and_nested_items_follow_their_parent() -> None:
    told = f"{P}<ol><li>Kangkung<ul><li>merah</li><li>hijau</li></ul></li><li>Bayam</li></ol>{MORE}"
    assert ListBlock(items=("Kangkung", "merah", "hijau", "Bayam"), ordered=True) in blocks(told)


def test_tables_keep_rows_header_and_caption() -> None:
    told = (
        f"{P}<figure class='wp-block-table'><table><tr><th>Sayur</th><th>Harga</th></tr>"
        f"<tr><td>Bayam</td><td>2.000</td></tr></table><figcaption>Harga sayur</figcaption></figure>{MORE}"
    )
    assert Table(rows=(("Sayur", "Harga"), ("Bayam", "2.000")), header=True, caption="Harga sayur") in blocks(told)


def test_a_table_that_only_lays_out_gives_its_paragraphs() -> None:
    assert blocks(f"<table><tr><td>{P}{MORE}</td></tr></table>") == [Paragraph(text=t) for t in (FIRST, SECOND, THIRD)]


@pytest.mark.parametrize(
    "box",
    [
        "<figure><img src='/a.jpg' alt='Kebun'><figcaption>Kebun di atap.</figcaption></figure>",
        "<div class='wp-caption'><img data-src='/a.jpg' src='data:x' alt='Kebun'>"
        "<p class='wp-caption-text'>Kebun di atap.</p></div>",
        "<img src='/a.jpg' alt='Kebun'><div class='photo-caption'>Kebun di atap.</div>",
        "<div><div><img src='/a.jpg' alt='Kebun'></div><div>Kebun di atap.</div></div>",
        "<p><img src='/a.jpg' alt='Kebun'></p><p><em>Kebun di atap.</em></p>",
        "<table class='tr-caption-container'><tr><td><img src='/a.jpg' alt='Kebun'></td></tr>"
        "<tr><td class='tr-caption'>Kebun di atap.</td></tr></table>",
    ],
)
def test_a_picture_and_its_caption_are_a_figure_and_no_prose(box: str) -> None:
    wanted = Figure(url="https://www.warta.example/a.jpg", alt="Kebun", caption="Kebun di atap.")
    assert blocks(f"{P}{box}{MORE}") == [Paragraph(text=FIRST), wanted, Paragraph(text=SECOND), Paragraph(text=THIRD)]


def test_counting_pixels_are_no_pictures() -> None:
    assert blocks(f"{P}<img src='/x.gif' width='1' height='1'>{MORE}")[1] == Paragraph(text=SECOND)


def test_a_post_of_another_site_is_an_embed_with_its_words() -> None:
    told = (
        f"{P}<blockquote class='twitter-tweet'><p>Panen!</p>&mdash; Siti <a href='https://twitter.example/s/1'>1</a>"
        f"</blockquote><iframe src='https://video.example/9'></iframe><iframe src='https://ads.example/ads/1'></iframe>{MORE}"
    )
    embeds = [block for block in blocks(told) if isinstance(block, Embed)]
    assert [(one.provider, one.text) for one in embeds] == [
        ("twitter.example", "Panen!\n— Siti 1"),
        ("video.example", None),
    ]


@pytest.mark.parametrize(
    "promo",
    [
        "<p>Baca juga: <a href='/b'>Harga Cabai Turun di Pasar Lama</a></p>",
        "<p><a href='/b'>Harga Cabai Turun di Pasar Lama</a></p>",
        "<div class='terkait'><a href='/b'>Harga Cabai Turun di Pasar Lama</a></div>",
        "<ul><li><a href='/b'>Harga Cabai Turun di Pasar Lama</a></li></ul>",
        "<h3><a href='/b'>Harga Cabai Turun di Pasar Lama</a></h3>",
        "<table class='linksisip'><tr><td><a href='/b'>Harga Cabai Turun di Pasar Lama</a></td></tr></table>",
    ],
)
def test_lines_that_advertise_other_articles_are_promos_and_no_text(promo: str) -> None:
    found = read(f"{P}{promo}{MORE}")
    assert [block.text for block in found.sections[0].blocks] == [FIRST, SECOND, THIRD]  # type: ignore[union-attr]
    assert len(found.sections) == 1
    assert [one.url for one in found.promos] == ["https://www.warta.example/b"]
    assert "Harga Cabai Turun di Pasar Lama" in found.promos[0].text


def test_a_promo_in_parentheses_is_cut_out_of_its_paragraph() -> None:
    found = read(f"<p>{FIRST[:-1]} (Baca juga: Harga Cabai Turun). {SECOND}</p><p>{THIRD}</p>")
    assert found.sections[0].blocks[0] == Paragraph(text=f"{FIRST} {SECOND}")
    assert found.promos == (Promo(text="(Baca juga: Harga Cabai Turun)"),)


def test_a_link_inside_a_sentence_stays() -> None:
    told = "Kepala <a href='/tag/pasar'>pasar</a> mengatakan hasil panen akan dibagi rata kepada semua pedagang."
    assert blocks(f"{P}<p>{told}</p>")[1] == Paragraph(
        text=told.replace("<a href='/tag/pasar'>", "").replace("</a>", "")
    )


@pytest.mark.parametrize(
    "out",
    [
        "<div class='sharedaddy share-bar'>Bagikan ke teman</div>",
        "<div class='ads-inline'>Pasang iklan di sini</div>",
        "<script>var kata = 'Tidak terlihat'</script>",
        "<aside>Tentang penulis</aside>",
        "<div style='display:none'>Tersembunyi</div>",
        "<p>Halaman 1/2</p>",
    ],
)
def test_share_bars_advertisements_and_page_numbers_are_no_text(out: str) -> None:
    assert blocks(f"{P}{out}{MORE}") == [Paragraph(text=t) for t in (FIRST, SECOND, THIRD)]


@pytest.mark.parametrize(
    "later",
    [
        "class='paging-content' style='display:none'",
        "id='multi-page-2' style='visibility: hidden'",
        "id='detail_paging_2' class='hide'",
        "data-page='2' hidden",
        "data-page='2' aria-hidden='true'",
    ],
)
@pytest.mark.parametrize("text", [MORE, "<p>Panen berikutnya pada bulan Mei.</p>"])
def test_later_pages_that_are_folded_away_are_text_however_short(later: str, text: str) -> None:
    told = f"{P}<p>{SECOND}</p><p>{THIRD}</p><div {later}><h2>Panen Kedua</h2>{text}</div>"
    assert [section.heading for section in read(told).sections] == [None, "Panen Kedua"]


@pytest.mark.parametrize(
    "hidden",
    [
        "class='modal fade' style='display:none'",
        "style='visibility:hidden'",
        "class='hidden'",
        "hidden",
        "aria-hidden='true'",
    ],
)
def test_hidden_words_are_no_text_however_long(hidden: str) -> None:
    cookies = "<p>Situs ini memakai kuki agar kunjungan Anda berikutnya lebih cepat dan lebih nyaman.</p>" * 3
    assert blocks(f"{P}{MORE}<div {hidden}>{cookies}</div>") == [Paragraph(text=t) for t in (FIRST, SECOND, THIRD)]


def test_a_text_that_waits_for_a_script_to_show_it_is_the_text() -> None:
    told = f"<div style='display:none'>{P}{MORE}</div>"
    assert blocks(told) == [Paragraph(text=t) for t in (FIRST, SECOND, THIRD)]


def test_elements_nested_beyond_reason_keep_their_words() -> None:
    told = "<div>" * 120 + f"<p>{SECOND}</p>" + "</div>" * 120
    assert SECOND in "\n".join(str(block) for block in blocks(f"{P}{told}<p>{THIRD}</p>"))


def test_a_numbered_bold_line_at_the_end_of_a_page_heads_the_next_page() -> None:
    told = f"{P}<p><b>1. Siram pagi hari</b></p>{MORE}<p><b>2. Pangkas daun tua</b></p>"
    assert headings(told) == [("1. Siram pagi hari", 3), ("2. Pangkas daun tua", 3)]


def test_a_bold_line_above_a_bold_line_that_heads_a_text_is_a_heading_too() -> None:
    told = f"{P}<p><b>Jadwal Pekan Ini</b></p><p><b>Jumat (10/11)</b></p>{MORE}"
    assert headings(told) == [("Jadwal Pekan Ini", 3), ("Jumat (10/11)", 3)]


def test_the_entries_of_a_gallery_are_headings_though_they_head_but_pictures() -> None:
    entry = "<h2>{}. Petani memanen di petak {}.</h2><figure><img src='/{}.jpg'></figure>"
    assert [text for text, _ in headings(P + MORE + "".join(entry.format(n, n, n) for n in (1, 2, 3)))] == [
        f"{n}. Petani memanen di petak {n}." for n in (1, 2, 3)
    ]


def test_a_numbered_entry_of_a_gallery_may_be_a_long_sentence() -> None:
    entry = f"2. {FIRST} Mereka berfoto di depan lapak."
    found = article(markup(f"<p>{SECOND}</p><h2>{entry}</h2><p>{THIRD}</p>"))
    assert [section.heading for section in found.sections] == [None, entry]


@pytest.mark.parametrize(
    "bare",
    [
        "https://www.youtube.com/watch?v=abcDEF12345",
        "https://youtu.be/abcDEF12345",
        "https://x.com/warta/status/12345",
        "https://www.instagram.com/p/abcDEF/",
    ],
)
def test_the_bare_address_of_a_post_is_an_embed(bare: str) -> None:
    found = article(markup(f"<p>{FIRST}</p><p>{bare}</p><p>{SECOND}</p><p>https://warta.example/data itu</p>"))
    kinds = [type(block).__name__ for section in found.sections for block in section.blocks]
    assert kinds == ["Paragraph", "Embed", "Paragraph", "Paragraph"]


def test_headlines_with_their_times_are_teasers() -> None:
    rows = "".join(
        f"<li><a href='/{n}'>Warga Bantaran Sungai Minta Rakit Ditambah Lagi</a><span>{n} jam yang lalu</span></li>"
        for n in range(1, 4)
    )
    found = article(markup(f"<p>{FIRST}</p><p>{SECOND}</p><ul>{rows}</ul>"))
    assert [block.text for block in found.sections[0].blocks if isinstance(block, Paragraph)] == [FIRST, SECOND]
    assert not any(isinstance(block, ListBlock) for block in found.sections[0].blocks)


def test_the_title_of_a_video_above_its_player_is_a_promo() -> None:
    title = "Video: Nasib Rakit Warga Pedalaman"
    found = article(markup(f"<p>{FIRST}</p><p>{title}</p><p>[Gambas:Video Warta]</p><p>{SECOND}</p><p>{title}</p>"))
    assert [block.text for block in found.sections[0].blocks if isinstance(block, Paragraph)] == [FIRST, SECOND, title]


@pytest.mark.parametrize("line", ["Waktu membaca: 3 menit", "waktu baca 2 menit", "4 min read", "5 menit membaca"])
def test_the_minutes_to_read_are_no_text(line: str) -> None:
    found = article(markup(f"<p>{line}</p><p>{FIRST}</p><p>{SECOND}</p><p>Waktu membaca peta itu 3 menit.</p>"))
    assert [promo.text for promo in found.promos] == [line]


def test_a_long_figcaption_is_still_a_caption() -> None:
    told = " ".join([FIRST, SECOND, THIRD, FIRST])
    found = article(markup(f"<p>{FIRST}</p><figure><img src='/a.jpg'><figcaption>{told}</figcaption></figure>"))
    assert [image.caption for image in found.images] == [told]


def test_a_label_in_capitals_before_a_link_announces_another_article() -> None:
    link = "<a href='/peta'>Sebaran banjir rob di pesisir utara</a>"
    found = article(markup(f"<p>{FIRST}</p><p>PETA dan GRAFIK: {link}</p><p>BMKG: {link} meluas lagi.</p>"))
    assert [promo.text for promo in found.promos] == ["PETA dan GRAFIK: Sebaran banjir rob di pesisir utara"]


def test_a_long_sentence_in_the_markup_of_a_heading_is_a_paragraph() -> None:
    sentence = f"{FIRST[:-1]}, kata mereka, dan hasilnya dibagi rata kepada seluruh anggota kelompok tani."
    assert headings(f"{P}<h3>{sentence}</h3>{MORE}") == []


def test_an_advertisement_in_a_box_called_caption_is_no_caption() -> None:
    told = f"{P}<div><p class='para_caption'>SCROLL TO CONTINUE WITH CONTENT</p></div>{MORE}"
    assert not any(isinstance(block, Figure) for block in blocks(told))
    assert Promo(text="SCROLL TO CONTINUE WITH CONTENT") in read(told).promos


def test_a_papers_own_survey_is_no_embed() -> None:
    told = f"{P}<iframe src='https://widget.warta.example/survey/39'></iframe>{MORE}"
    assert not any(isinstance(block, Embed) for block in blocks(told))


@pytest.mark.parametrize("stars", ["(*)", "[*]", "***", "(***)"])
def test_asterisks_below_a_text_are_its_sign_off_and_in_it_they_part(stars: str) -> None:
    closed = read(f"{P}{MORE}<p>{stars}</p>")
    parted = read(f"{P}<p>{stars}</p>{MORE}")
    assert (closed.signoff, parted.signoff) == (stars, None)
    assert closed.sections == parted.sections == read(f"{P}{MORE}").sections


def test_a_bold_line_above_asterisks_at_the_end_is_text() -> None:
    found = read(f"{P}{MORE}<p><b>Panen berikutnya bulan Mei</b></p><p>***</p>")
    assert found.sections[-1].blocks[-1] == Paragraph(text="Panen berikutnya bulan Mei")


def test_initials_above_asterisks_are_the_sign_off() -> None:
    assert read(f"{P}{MORE}<p>(sam/rat)</p><p>***</p>").signoff == "(sam/rat)"


def test_a_caption_and_a_credit_in_words_belong_to_the_picture_before() -> None:
    told = "<img src='/a.jpg'><p>Keterangan gambar, Panen di atap pasar</p><p>Sumber gambar, Siti Aminah</p>"
    assert blocks(f"{P}{told}{MORE}")[1] == Figure(
        url="https://www.warta.example/a.jpg", caption="Panen di atap pasar", credit="Sumber gambar, Siti Aminah"
    )
