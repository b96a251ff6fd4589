"""The elements and links of a page that are marked as naming its writer, and the authors its metadata name."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml.etree import _Element

from crawler.reading.head import Surroundings, squash
from crawler.reading.marks import is_caption, marks, words_of
from crawler.reading.metadata import Metadata, as_text, types_of
from crawler.reading.processors import text as words
from crawler.reading.processors.credit import LONG
from crawler.reading.tree import Tree
from crawler.reading.walk import Line

# Words of a class or id of an element that holds the writer's name. "author" stands on photo credits as well, "editor"
# on writers.
_MARKS = frozenset({"byline", "author", "authors", "writer", "penulis", "reporter", "contributor", "kontributor"}) | {
    "jurnalis",
    "journalist",
    "wartawan",
}
_PICTURES = frozenset({"photo", "foto", "image", "gambar", "gallery"})
# A writer's own page: "/penulis/budi-santoso", "/author/budi/", "/author/budi/1234".
_OWN_PAGE = re.compile(r"/(?:penulis|authors?|reporter|jurnalis|wartawan|byline|kontributor)/[^/?#]+(?:/\d+)?/?$")
_NAMED_PAGE = re.compile(r"/(?:penulis|author|reporter|jurnalis)-([^/?#]{3,60})/?$")  # akurat.co: "/penulis-Budi"
_PERSON = re.compile(r"[A-Z][\w.'’-]*(?:\s[\w.'’-]+){0,4}")
# Tags of the metadata that name writers; "web_author" and "creator" alone name who made the site.
_SAID = re.compile(
    r"(?:^|[:.-]|content_|article_|news_)(?:authors?|penulis|reporter|writer|jurnalis)$|^dc\w*\.creator$"
)
_WRITTEN = frozenset({"written by", "ditulis oleh", "penulis"})  # Yoast's label of twitter:data1
_FEW = 6  # lines in a box that names a writer


def marked(tree: Tree, around: Surroundings) -> list[str]:
    """Texts of elements marked as byline and of links to a writer's page beside the headline; where there are none,
    those of known marks below the text. Photographers' marks are left out.
    """
    lines = [line for line in (*around.above, *around.between) if not line.aside]
    head = {id(line) for line in lines}
    found = [one for one in (*tree.marked_by(_MARKS), *tree.find(*marks("byline"))) if _stands_in(one, tree, head)]
    if texts := _texts([*found, *_links_to_writers(tree, lines)]):
        return texts
    below = {id(line) for line in around.below}  # Twenty Twenty-One prints them in the article's <footer>
    return _texts([element for element in tree.find(*marks("byline")) if _stands_in(element, tree, below)])


def _texts(found: list[_Element]) -> list[str]:
    """What these elements print, each once; of a box around others only what is hardly more than their names."""
    boxes = {box for element in found for box in element.iterancestors()}
    texts: list[str] = []
    for element in dict.fromkeys(found):
        text = "" if is_picture(element) else _names_in(element)
        if 0 < len(text) <= LONG and (element not in boxes or text.count(" ") < _FEW):
            texts.append(text)
    return texts


def named_below(tree: Tree, around: Surroundings) -> list[str]:
    """The name linked to a writer's page below the text, as in the box about the writer that themes print there; none
    where several are, which belong to other articles.
    """
    links = _links_to_writers(tree, [line for line in around.below if not line.aside])
    names = dict.fromkeys(text for link in links if _PERSON.fullmatch(text := words.of(link)))
    return list(names) if len(names) == 1 else []


def said(metadata: Metadata) -> Iterator[str]:
    """The names that the metadata give as authors: JSON-LD, author tags, Yoast's card; no organisation's."""
    authors = metadata.article.get("author")
    for one in authors if isinstance(authors, list) else [authors]:
        if isinstance(one, Mapping):
            if any(kind.endswith("Organization") for kind in types_of(one)):
                continue
            if "name" not in one and "@id" in one:  # Yoast names the author in a node apart
                one = next((node for node in metadata.nodes if node.get("@id") == one["@id"] and "name" in node), one)
        if name := as_text(one):
            yield name
    for key, values in metadata.meta.items():
        if _SAID.search(key):
            yield from values
    if (metadata.first("twitter:label1") or "").casefold() in _WRITTEN:
        yield from metadata.meta.get("twitter:data1", ())


def is_name(name: str) -> bool:
    """Whether what metadata say may be a person: an address, a domain and a login ("budi_s") are none."""
    return (
        3 < len(name) < 60
        and "http" not in name
        and "@" not in name
        and "." not in name.rstrip(".")[-5:]
        and name != name.lower()
        and ("_" not in name or " " in name)
    )


def _links_to_writers(tree: Tree, lines: list[Line]) -> list[_Element]:
    """The links to a writer's page in the blocks of these lines, less blocks that hold much else."""
    owners = dict.fromkeys(line.owner for line in lines if len(tree.lines_of(line.owner)) <= _FEW)
    return [link for owner in owners for link in _links(owner) if _leads_to_writer(link)]


def _links(owner: _Element) -> Iterator[_Element]:
    yield from owner.iter("a")
    around = owner.getparent()  # a block may stand in the link
    if around is not None and around.tag == "a":
        yield around


def _leads_to_writer(link: _Element) -> bool:
    href = link.get("href") or ""
    if "author" in (link.get("rel") or "") or _OWN_PAGE.search(href) is not None:
        return True
    named = _NAMED_PAGE.search(href)  # "/penulis-muda-raih-..." (a young writer wins) is an article's address
    return named is not None and squash(unquote(named[1])) == squash(words.of(link))


def _stands_in(element: _Element, tree: Tree, lines: set[int]) -> bool:
    """Whether what an element prints is among these lines and hardly anything else."""
    if element in tree.spans:
        own = tree.lines_of(element)
        return 0 < len(own) <= _FEW and any(id(line) in lines for line in own)
    block = next((one for one in element.iterancestors() if one in tree.spans), None)
    if block is None or not (text := squash(words.of(element))):
        return False
    return any(id(line) in lines and line.owner is block and text in squash(line.text) for line in tree.lines_of(block))


def _names_in(element: _Element) -> str:
    """The text of an element; of several links side by side, each a name, with commas between."""
    text = words.of(element)
    links = [name for link in element.iter("a") if (name := words.of(link))]
    if len(links) > 1:
        for glued in ("".join(links), " ".join(links), "\n".join(links)):
            text = text.replace(glued, ", ".join(links))
    return text


def is_picture(element: _Element) -> bool:
    """Whether an element stands in the box of a picture, where names are its maker's."""
    return any(one.tag == "figure" or _shows(one.get("class") or "") for one in (element, *element.iterancestors()))


def _shows(classes: str) -> bool:
    return bool(classes) and (is_caption(classes, "") or not _PICTURES.isdisjoint(words_of(classes, "")))
