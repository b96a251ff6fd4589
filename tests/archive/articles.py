"""Articles with invented words, from the barest to one that fills every field."""

from datetime import datetime
from typing import Any

import msgspec

from archive.address import article_id
from archive.article import (
    Article,
    Byline,
    Clock,
    CommentForm,
    Correction,
    Dateline,
    Disagreement,
    Embed,
    Figure,
    FormField,
    HeadlineVariant,
    Image,
    ListBlock,
    Origin,
    Pages,
    Paragraph,
    Person,
    Place,
    Promo,
    Provenance,
    Quotation,
    Quote,
    Reading,
    Section,
    Table,
)


def clock(at: str, text: str | None = None) -> Clock:
    """A moment to the minute. at: ISO 8601 with its offset."""
    return Clock(text=text, at=datetime.fromisoformat(at), precision="minute", source="time")


def article(slug: str = "pasar-wanareja", **fields: Any) -> Article:
    """An article at `https://warta.example/<slug>/`, bare but for what `fields` gives; its text follows the slug."""
    url = fields.pop("url", f"https://warta.example/{slug}/")
    words = slug.replace("-", " ")
    given = {
        "id": article_id(url),
        "outlet": "warta.example",
        "url": url,
        "headline": words.capitalize(),
        "sections": (Section(blocks=(Paragraph(text=f"Kabar tentang {words} sampai di redaksi."),)),),
        "reading": Reading(reader="1"),
    }
    return Article(**{**given, **fields})


BARE = article("kabar-pendek")

FULL = article(
    "jembatan-lengkung",
    headline="“Jembatan Lengkung” Dibuka — Warga Lega",
    headline_variants=(HeadlineVariant(text="Jembatan Lengkung Wanareja Dibuka", source="address"),),
    kicker="Infrastruktur",
    deck="Setelah tiga tahun tertunda, jembatan itu akhirnya bisa dilalui.",
    dateline=Dateline(
        text="WANAREJA, WARTA EXAMPLE",
        separator=" – ",
        place="Wanareja",
        places=(Place(name="Wanareja", country="ID", code="33.01"),),
        agency="Warta Example",
    ),
    byline=Byline(
        text="Penulis: Sekar Lembayung, Editor: Bima Paradipta",
        people=(
            Person(name="Sekar Lembayung", role="penulis"),
            Person(name="Bima Paradipta", role="editor"),
        ),
    ),
    published=clock("2026-11-02T00:20:00+09:00", "Senin, 2 November 2026 00:20 WIT"),
    updated=clock("2026-11-02T08:05:00+09:00"),
    rubric="Daerah",
    tags=("Jembatan", "Wanareja"),
    language="id",
    sections=(
        Section(
            blocks=(
                Paragraph(text="Jembatan lengkung di hulu Kali Serayan dibuka pada Senin pagi."),
                Quote(text="Kami menunggu lama, dan hari ini kami menyeberang.", cite="Lurah Wanareja"),
                Figure(
                    url="https://warta.example/gambar/jembatan.jpg",
                    alt="Jembatan dari udara",
                    caption="Warga menyeberang pada hari pertama.",
                    credit="Warta Example/Tirta",
                ),
            )
        ),
        Section(
            heading="Tarif dan jadwal",
            level=2,
            blocks=(
                ListBlock(items=("Pejalan kaki: cuma-cuma", "Sepeda: cuma-cuma"), ordered=True),
                Table(rows=(("Hari", "Jam"), ("Senin", "05.00–22.00")), header=True, caption="Jam buka jembatan"),
                Embed(url="https://video.example/v/1", provider="video.example", text="Rekaman pembukaan"),
                Paragraph(text="Doa dibuka dengan kata السلام dan ditutup bersama."),
            ),
        ),
    ),
    quotations=(
        Quotation(
            text="Kami menunggu lama, dan hari ini kami menyeberang.",
            speaker="Lurah Wanareja",
            verb="kata",
            resolved=True,
            section=0,
            block=1,
            start=0,
        ),
    ),
    corrections=(
        Correction(kind="ralat", text="Ralat: lebar jembatan enam meter.", url="https://warta.example/jembatan/"),
    ),
    signoff="(skr/bim)",
    origin=Origin(
        text="Artikel ini telah tayang di Kabar Example.", name="Kabar Example", url="https://kabar.example/j"
    ),
    rights="Dilarang menyalin isi tanpa izin tertulis.",
    promos=(Promo(text="Baca juga: Pasar Wanareja Pindah", url="https://warta.example/pasar-wanareja/"),),
    images=(Image(url="https://warta.example/gambar/jembatan.jpg", alt="Jembatan dari udara"),),
    pages=Pages(joined=2, complete=True),
    comment_form=CommentForm(
        state="open",
        kind="wordpress",
        heading="Tinggalkan Balasan",
        notice="Alamat surel Anda tidak akan dipublikasikan.",
        method="post",
        action="https://warta.example/wp-comments-post.php",
        fields=(FormField(name="comment", label="Komentar", type="textarea", required=True),),
        comments=3,
    ),
    access="free",
    reading=Reading(
        reader="1",
        provenance=(Provenance(field="headline", rule="h1"),),
        disagreements=(Disagreement(field="published", kept="00:20", other="00:25", rule="og"),),
    ),
)


def edition() -> list[Article]:
    """Six articles of two outlets, in the order of their times: the last has none."""
    return [
        article("sawah-tergenang", published=clock("2026-09-30T23:50:00+07:00"), tags=("Sawah", "Banjir Serayan")),
        article("banjir-surut", published=clock("2026-10-01T06:00:00+07:00"), tags=("Banjir",)),
        article(
            "harga-beras",
            url="https://kabar.example/harga-beras",
            outlet="kabar.example",
            published=clock("2026-10-15T12:00:00+07:00"),
            byline=Byline(people=(Person(name="Sekar Lembayung", role="penulis"),)),
        ),
        FULL,
        article("ferry-delayed", published=clock("2026-11-03T09:00:00+07:00"), language="en"),
        BARE,
    ]


def with_text(of: Article, text: str) -> Article:
    """The same article with another wording: one paragraph of this text."""
    return msgspec.structs.replace(of, sections=(Section(blocks=(Paragraph(text=text),)),))
