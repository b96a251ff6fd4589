"""Lists and tables of a body as blocks, and how much of an element is link text."""

from lxml.etree import _Element

from archive.article import Table
from crawler.reading.processors import text as words
from crawler.reading.processors.picture import absolute
from crawler.reading.processors.text import fold


def entries(element: _Element) -> list[str]:
    """The items of a list, nested ones after their parent."""
    found: list[str] = []
    for child in element:
        if child.tag == "li":
            nested = next(child.iter("ul", "ol"), None)
            text = words.of(child)
            if nested is None:
                found.append(text)
            else:
                found.append(text.replace(words.of(nested), "").strip())
                found.extend(entries(nested))
        elif child.tag in ("ul", "ol"):
            found.extend(entries(child))
    return found


def linked(element: _Element) -> int:
    """How many characters of an element are link text."""
    return sum(len(words.of(link)) for link in element.iter("a"))


def link_of(element: _Element, text: str, address: str) -> str | None:
    """The absolute address of the first link whose words are in the text."""
    for link in element.iter("a"):
        if (told := fold(words.of(link))) and told in text:
            return absolute(address, link.get("href"))
    return None


def parse_table(element: _Element) -> Table | None:
    """A table of at least two columns; None for one that only lays out a page, or says nothing."""
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table"), None) is element]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if max(map(len, cells), default=0) < 2 or next(element.iterdescendants("table"), None) is not None:
        return None
    texts = tuple(tuple(words.of(cell) for cell in row) for row in cells if row)
    if not any(any(row) for row in texts):
        return None
    caption = element.find("caption")
    told = fold(words.of(caption)) if caption is not None else None
    return Table(rows=texts, header=all(cell.tag == "th" for cell in cells[0]), caption=told)
