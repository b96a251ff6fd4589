"""What an article is about, as its page says: tags and rubric."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from crawler.reading.marks import words_of
from crawler.reading.metadata import Metadata, as_text, as_texts
from crawler.reading.processors import text as words
from crawler.reading.processors.text import fold
from crawler.reading.tree import Tree


def find_tags(tree: Tree, metadata: Metadata) -> tuple[tuple[str, ...], str | None]:
    """The article's tags: links marked as such, else those of the metadata; and the rule."""
    linked = [fold(words.of(link)) for link in _related(tree, "tag") if not _is_category(link)]
    found = tuple(dict.fromkeys(text.lstrip("#") for text in linked if text and len(text) < 60))
    if found and len(found) <= 30:
        return found, "rel tag"
    if tags := metadata.meta.get("article:tag"):
        split = tags[0].split(",") if len(tags) == 1 else tags
        return _each_once(split), "meta article:tag"
    boxes = ((one,) for one in tree.find("tags", "tag", "post-tags", "detail__body-tag"))
    for elements in (*boxes, *_tag_boxes(tree)):
        texts = [fold(words.of(link)) for element in elements for link in _links(element)]
        if (
            texts and len(texts) <= 20 and not any(map(tree.prose, elements))
        ):  # an article's own class may be "tag-banjir"
            return _each_once([text or "" for text in texts]), "links of a box marked tag"
    keywords = metadata.article.get("keywords")
    if isinstance(keywords, list):
        return _each_once(as_texts(keywords)), "json-ld keywords"
    return (), None


def _links(box: _Element) -> list[_Element]:
    """The links of a box; a button among them leads nowhere: "More Tag"."""
    links = list(box.iter("a"))
    return [link for link in links if link.get("href")] or links


def _tag_boxes(tree: Tree) -> Iterator[Sequence[_Element]]:
    """A box marked as tags, or boxes side by side of which each holds one."""
    for mark, elements in tree.marked.items():
        if "tag" not in mark.lower() or words_of(mark, "").isdisjoint({"tag", "tags", "tagging"}):
            continue
        around = {element.getparent() for element in elements}
        if len(elements) == 1 or (len(around) == 1 and all(len(element.findall(".//a")) == 1 for element in elements)):
            yield elements


def _each_once(texts: Sequence[str]) -> tuple[str, ...]:
    folded = (fold(text.strip().lstrip("#")) for text in texts)
    return tuple(dict.fromkeys(text for text in folded if text and len(text) < 60))


def find_rubric(tree: Tree, metadata: Metadata) -> tuple[str | None, str | None]:
    """The department the article stands in, and the rule that gave it."""
    for rule, text in (
        ("meta article:section", metadata.first("article:section", "content_category", "kanal")),
        ("json-ld articleSection", as_text(metadata.article.get("articleSection"))),
    ):
        if text and len(text) < 60:
            return text, rule
    for link in (*_related(tree, "category"), *filter(_is_category, _related(tree, "tag"))):
        if text := fold(words.of(link)):
            return text, "rel category"
    return None, None


def _related(tree: Tree, relation: str) -> Iterator[_Element]:
    return (link for link, relations in tree.related if relation in relations)


def _is_category(link: _Element) -> bool:
    """Whether a link marked as tag leads to a category: "category tag", or in a block theme's own box."""
    box = link.getparent()
    marked = (box.get("class") or "") if box is not None else ""
    return "category" in (link.get("rel") or "").split() or "taxonomy-category" in marked.split()
