"""What an article is: frozen values, each field described here and in docs/fields.md.

The values are msgspec structs: a union of block kinds needs a tag, which msgspec gives to structs and not to
dataclasses (docs/decisions/0002-structs-for-the-values.md). Their JSON form is the archive's only one. `gc=False`: what
cannot change holds no circle, and a crawl spends a seventh of its time in the garbage collector without it.
"""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from archive.address import article_id

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Precision = Literal["second", "minute", "hour", "day", "none"]
Role = Literal[
    "penulis",  # writer; also a bare name in a byline
    "reporter",
    "pewarta",  # "reporter" at agencies
    "kontributor",  # contributor
    "jurnalis",  # journalist
    "penerjemah",  # translator
    "fotografer",
    "editor",
    "redaktur",  # desk editor
    "sumber",  # source: another paper or agency that is credited
    "inisial",  # initials printed at the end of the text
]
FormState = Literal["open", "closed", "login_required", "absent"]
FormKind = Literal["wordpress", "wpdiscuz", "jetpack", "disqus", "facebook", "other"]
Access = Literal["free", "paywalled", "unknown"]
CorrectionKind = Literal[
    "ralat",  # an error corrected, also "koreksi" (correction)
    "catatan_redaksi",  # an editor's note
    "hak_jawab",  # a right of reply exercised
    "pembaruan",  # "Berita ini telah diperbarui" (this report was updated)
]


class Clock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A moment as printed and as understood.

    text: as printed, None where only metadata gave it; at: aware, in the zone printed, else the outlet's, None when the
    text is not understood or gives an impossible date; precision: of `at`, "none" without one; source: the tag or rule
    that gave it; relative: the text counts from the moment of fetching ("2 jam yang lalu" = "2 hours ago").
    """

    text: str | None = None
    at: Moment | None = None
    precision: Precision = "none"
    source: str
    relative: bool = False


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A place of the gazetteer. name: in its ordinary spelling; country: ISO 3166-1 alpha-2; code: of the Indonesian
    province ("31") or regency or city ("31.71") that it is or lies in, by the Ministry of Home Affairs, None abroad and
    where the name leaves it open.
    """

    name: str
    country: str
    code: str | None = None


class Dateline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Where, and by which agency, a piece is filed.

    text: as printed, without the separator that follows it; separator: that dash, comma or colon with its spaces, so
    that text, separator and the first words of the body restore what was printed; "" where nothing is printed between.
    place: the printed place or places in ordinary capitals; places: those the gazetteer knows.
    """

    text: str
    separator: str = ""
    place: str | None = None
    places: tuple[Place, ...] = ()
    agency: str | None = None


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One who is credited: the name as printed, with degrees and without the word of the role; the role; kind:
    "institution" for an office, firm, team or paper ("Humas Kemenag", "Tim Riset", "Reuters"), None for a person.
    """

    name: str
    role: Role
    kind: Literal["institution"] | None = None


class Byline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Who is credited. text: as printed, None where only metadata names people."""

    text: str | None = None
    people: tuple[Person, ...] = ()


class Paragraph(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="kind", tag="paragraph"
):
    """A paragraph of prose, its white space folded; a printed line break is a newline."""

    text: str


class Quote(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="kind", tag="quote"
):
    """A block quote or pull quote; cite: its printed source."""

    text: str
    cite: str | None = None


class ListBlock(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="kind", tag="list"
):
    """A list: its items in order, nested items following their parent."""

    items: tuple[str, ...]
    ordered: bool = False


class Table(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="kind", tag="table"
):
    """A table: rows of cells as printed; header: whether the first row is a heading; caption as printed."""

    rows: tuple[tuple[str, ...], ...]
    header: bool = False
    caption: str | None = None


class Figure(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="kind", tag="figure"
):
    """A picture inside the body: its absolute address, alternative text, caption and credit."""

    url: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


class Embed(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="kind", tag="embed"
):
    """Something of another site shown inside the body (tweet, video); provider: its registered domain's name."""

    url: str | None = None
    provider: str | None = None
    text: str | None = None


Block = Paragraph | Quote | ListBlock | Table | Figure | Embed


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A stretch of the body. heading and level (2 to 6) are None in the lead, which stands before the first heading."""

    heading: str | None = None
    level: int | None = None
    blocks: tuple[Block, ...] = ()


class Promo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A line taken out of the body because it advertises something else ("Baca juga" = "read also")."""

    text: str
    url: str | None = None


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A notice that this or another article was corrected, answered or changed. url: the address it corrects, None
    where the notice links to none.
    """

    kind: CorrectionKind
    text: str
    url: str | None = None


class Origin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Where a syndicated piece appeared first, as a line says it ("Artikel ini telah tayang di Kompas.com ..."). name:
    of the paper; title: the piece's headline there; url: its address there; each None where the line does not say.
    """

    text: str
    name: str | None = None
    title: str | None = None
    url: str | None = None


class Quotation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A direct quote and who said it.

    text: the words between the quotation marks, of a quote that runs over several paragraphs joined by newlines; one
    that its speaker parts ('"A," kata B, "C."') gives two. speaker: the name without titles ("Dr.", "Pak"), in full
    where the text printed it so before and only one name fits, or an institution by its own name; None where the text
    does not say or leaves a doubt. description: what the text says the speaker is ("juru bicara
    kementerian" = spokesman of the ministry), with the rank ("Kombes Pol"), beside the quote or where it named the
    speaker before; of one who is not named too ("seorang warga" = a resident). verb: the reporting word as printed
    ("ujar", "katanya", "Menurut"), None where none stands there. resolved: the speaker is not named beside the quote
    ("katanya" = he said) but is the last one who spoke before it.
    section, block: where the quote begins, both counted from 0; start: characters before its opening mark in the
    block's text (of a list or table: in its items or cells joined by newlines).
    """

    text: str
    speaker: str | None = None
    description: str | None = None
    verb: str | None = None
    resolved: bool = False
    section: int
    block: int
    start: int


class HeadlineVariant(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Another wording of the headline that the page gives; source: the tag or rule that gave it."""

    text: str
    source: str


class Image(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A picture of the article, the lead picture first: absolute address, alternative text, caption, credit."""

    url: str
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


class Pages(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """How many pages were joined into this article, and whether that is the whole of it."""

    joined: int = 1
    complete: bool = True


class FormField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One input of a comment form; type as in HTML ("text", "email", "textarea", "hidden" ...)."""

    name: str
    label: str | None = None
    type: str = "text"
    required: bool = False
    hidden: bool = False


class CommentForm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """The reader-comment form as found on the page; no part of the fingerprint, none of its words in the body.

    state: "absent" where the page shows none; kind: None when absent; comments: how many the page says there are.
    """

    state: FormState = "absent"
    kind: FormKind | None = None
    heading: str | None = None
    notice: str | None = None
    method: str | None = None
    action: str | None = None
    fields: tuple[FormField, ...] = ()
    comments: int | None = None


class Provenance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Which rule or tag gave a field."""

    field: str
    rule: str


class Disagreement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Two sources of one field that differ: what was kept, and what the other rule said."""

    field: str
    kept: str
    other: str
    rule: str


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """How the page was read; left out of fingerprints and comparisons. reader: version of the reader."""

    reader: str
    provenance: tuple[Provenance, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One published piece, known by its canonical address. Field by field: docs/fields.md.

    Raises ValueError when `id` is not the id of `url`, so that a damaged line is found when it is read.
    """

    id: str
    outlet: str
    url: str
    headline: str
    headline_variants: tuple[HeadlineVariant, ...] = ()
    kicker: str | None = None
    deck: str | None = None
    dateline: Dateline | None = None
    byline: Byline | None = None
    published: Clock | None = None
    updated: Clock | None = None
    rubric: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    sections: tuple[Section, ...]
    quotations: tuple[Quotation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    signoff: str | None = None
    origin: Origin | None = None
    rights: str | None = None
    promos: tuple[Promo, ...] = ()
    images: tuple[Image, ...] = ()
    pages: Pages = Pages()
    comment_form: CommentForm = CommentForm()
    access: Access = "unknown"
    reading: Reading

    def __post_init__(self) -> None:
        """Holds `id` to `url`."""
        if self.id != article_id(self.url):
            raise ValueError(f"id {self.id} is not the id of {self.url}")
