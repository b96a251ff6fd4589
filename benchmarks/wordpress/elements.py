"""What a post is made of: each element with its two editors' markup and with what a reader should read of it."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Editor = Literal["block", "classic"]
UPLOADS = "%UPLOADS%"  # the setting-up replaces it by the address of the uploads folder
HOME = "%HOME%"  # this by the address of the site
ATTACHMENT = "%ATTACHMENT%"  # and this by the address of the page that shows the lead picture alone


def printed(markup: str) -> str:
    """The text a browser shows for inline markup; <br> is a newline."""
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br ?/?>\n?", "\n", markup)))


def _block(name: str, markup: str, attributes: str = "") -> str:
    return f"<!-- wp:{name} {attributes and attributes + ' '}-->\n{markup}\n<!-- /wp:{name} -->"


@dataclass
class Read:
    """What is expected of a body: lines of prose, headings with their levels (None: any), captions, promos."""

    lines: list[str] = field(default_factory=list)
    headings: list[tuple[str, int | None]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    promos: list[str] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class P:
    """A paragraph of inline markup. skip: what stands at its start and is not prose (dateline and separator).

    end: initials after the last sentence, no prose either; typed: how it is typed where WordPress sets other signs.
    """

    text: str
    skip: str = ""
    end: str = ""
    typed: str = ""

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        whole = self.skip + (self.typed or self.text) + self.end
        return whole.replace("<br>", "\n") if editor == "classic" else _block("paragraph", f"<p>{whole}</p>")

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        into.lines += printed(self.text).split("\n")


@dataclass(frozen=True)
class H:
    """A heading element."""

    text: str
    level: int = 2

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        tag = f"h{self.level}"
        if editor == "classic":
            return f"<{tag}>{self.text}</{tag}>"
        attributes = "" if self.level == 2 else f'{{"level":{self.level}}}'
        return _block("heading", f"<{tag}>{self.text}</{tag}>", attributes)

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        into.headings.append((printed(self.text), self.level))


@dataclass(frozen=True)
class Bold:
    """A heading that is only a bold paragraph."""

    text: str

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        return P(f"<strong>{self.text}</strong>").markup(editor)

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        into.headings.append((printed(self.text), None))


@dataclass(frozen=True)
class Quote:
    """A block quote, or with pull a pull quote."""

    paragraphs: tuple[str, ...]
    cite: str = ""
    pull: bool = False

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        cite = f"<cite>{self.cite}</cite>" if self.cite else ""
        if editor == "classic":
            return "<blockquote>" + "\n\n".join(self.paragraphs) + cite + "</blockquote>"
        if self.pull:
            inner = "".join(f"<p>{text}</p>" for text in self.paragraphs)
            figure = f'<figure class="wp-block-pullquote"><blockquote>{inner}{cite}</blockquote></figure>'
            return _block("pullquote", figure)
        inner = "\n\n".join(_block("paragraph", f"<p>{text}</p>") for text in self.paragraphs)
        return _block("quote", f'<blockquote class="wp-block-quote">{inner}{cite}</blockquote>')

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        into.lines += [printed(text) for text in self.paragraphs]
        if self.cite:
            into.cites.append(self.cite)


@dataclass(frozen=True)
class Items:
    """A list; an item that is a tuple is its text and the items below it."""

    items: tuple[str | tuple[str, tuple[str, ...]], ...]
    ordered: bool = False

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        tag = "ol" if self.ordered else "ul"
        attributes = '{"ordered":true}' if self.ordered else ""
        if editor == "classic":
            rows = [
                f"<li>{item}</li>"
                if isinstance(item, str)
                else f"<li>{item[0]}\n<ul>\n" + "\n".join(f"<li>{below}</li>" for below in item[1]) + "\n</ul>\n</li>"
                for item in self.items
            ]
            return f"<{tag}>\n" + "\n".join(rows) + f"\n</{tag}>"
        rows = [
            _block("list-item", f"<li>{item}</li>")
            if isinstance(item, str)
            else _block("list-item", f"<li>{item[0]}{Items(item[1]).markup(editor)}</li>")
            for item in self.items
        ]
        return _block("list", f"<{tag}>" + "\n\n".join(rows) + f"</{tag}>", attributes)

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        for item in self.items:
            into.lines += [printed(item)] if isinstance(item, str) else [printed(t) for t in (item[0], *item[1])]


@dataclass(frozen=True)
class Grid:
    """A table, its first row the heading."""

    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        head = "<tr>" + "".join(f"<th>{cell}</th>" for cell in self.rows[0]) + "</tr>"
        rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in self.rows[1:])
        table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
        if editor == "classic":
            return table
        caption = f'<figcaption class="wp-element-caption">{self.caption}</figcaption>' if self.caption else ""
        return _block("table", f'<figure class="wp-block-table">{table}{caption}</figure>')

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        into.lines += [printed(cell) for row in self.rows for cell in row]


@dataclass(frozen=True)
class Picture:
    """A picture with a caption; linked: to the attachment's own page, which is no article."""

    caption: str
    alt: str = ""
    linked: bool = False

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        image = f'<img src="{UPLOADS}/gambar.png" alt="{self.alt}"'
        if editor == "classic":
            tag = self._linked(f'{image} width="600" height="400" class="size-full" />')
            return f'[caption align="aligncenter" width="600"]{tag} {self.caption}[/caption]'
        caption = f'<figcaption class="wp-element-caption">{self.caption}</figcaption>'
        return _block(
            "image", f'<figure class="wp-block-image size-large">{self._linked(image + "/>")}{caption}</figure>'
        )

    def _linked(self, image: str) -> str:
        return f'<a href="{ATTACHMENT}">{image}</a>' if self.linked else image

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        into.captions.append(printed(self.caption))


@dataclass(frozen=True)
class Gallery:
    """Pictures side by side, each with a caption; the block has one of its own as well."""

    pictures: tuple[Picture, ...]
    caption: str

    def markup(self, editor: Editor) -> str:
        """As the editor saves it; the classic editor has pictures one after the other."""
        if editor == "classic":
            return "\n\n".join(picture.markup(editor) for picture in self.pictures)
        inner = "\n\n".join(picture.markup(editor) for picture in self.pictures)
        caption = f'<figcaption class="blocks-gallery-caption wp-element-caption">{self.caption}</figcaption>'
        opening = '<figure class="wp-block-gallery has-nested-images columns-2 is-cropped">'
        return _block("gallery", f"{opening}{inner}{caption}</figure>", '{"linkTo":"attachment"}')

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        into.captions += [printed(picture.caption) for picture in self.pictures]


@dataclass(frozen=True)
class Video:
    """A film of another site, shown through oEmbed."""

    url: str

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        if editor == "classic":
            return self.url
        classes = "wp-block-embed is-type-video is-provider-youtube wp-block-embed-youtube wp-embed-aspect-16-9"
        figure = f'<figure class="{classes}"><div class="wp-block-embed__wrapper">\n{self.url}\n</div></figure>'
        attributes = f'{{"url":"{self.url}","type":"video","providerNameSlug":"youtube","responsive":true}}'
        return _block("embed", figure, attributes)

    def read(self, into: Read) -> None:
        """A film has no words."""


@dataclass(frozen=True)
class Also:
    """A line that advertises another post of the site: "Baca juga" = "read also"."""

    title: str
    slug: str
    words: str = "Baca juga"

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        return P(f'<strong>{self.words}: <a href="{HOME}/{self.slug}/">{self.title}</a></strong>').markup(editor)

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        into.promos.append(printed(self.title))


@dataclass(frozen=True)
class NextPage:
    """Where the post is cut in pages."""

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        return "<!--nextpage-->" if editor == "classic" else _block("nextpage", "<!--nextpage-->")

    def read(self, into: Read) -> None:
        """A cut has no words."""


@dataclass(frozen=True)
class Columns:
    """Two columns of paragraphs under a rule; the classic editor has them one after the other."""

    left: tuple[P, ...]
    right: tuple[P, ...]

    def markup(self, editor: Editor) -> str:
        """As the editor saves it."""
        if editor == "classic":
            return "<hr />\n\n" + "\n\n".join(p.markup(editor) for p in self.left + self.right)
        columns = [
            _block("column", '<div class="wp-block-column">' + "\n\n".join(p.markup(editor) for p in side) + "</div>")
            for side in (self.left, self.right)
        ]
        rule = _block("separator", '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
        return rule + "\n\n" + _block("columns", f'<div class="wp-block-columns">{"".join(columns)}</div>')

    def read(self, into: Read) -> None:
        """Adds what is expected."""
        for paragraph in self.left + self.right:
            paragraph.read(into)


Element = P | H | Bold | Quote | Items | Grid | Picture | Gallery | Video | Also | NextPage | Columns


def markup(elements: Sequence[Element], editor: Editor) -> str:
    """The content of a post as the editor saves it."""
    return "\n\n".join(element.markup(editor) for element in elements)


def read(elements: Sequence[Element]) -> Read:
    """What a reader should read of these elements."""
    expected = Read()
    for element in elements:
        element.read(expected)
    return expected
