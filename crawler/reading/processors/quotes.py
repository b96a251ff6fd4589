"""Who said what: the direct quotations of an article with their speakers."""

from collections.abc import Sequence

from archive.article import ListBlock, Paragraph, Quotation, Quote, Section, Table
from crawler.reading.processors.quote_marks import has_marks
from crawler.reading.processors.quote_reader import QuoteReader, Stretch


def find_quotations(sections: Sequence[Section]) -> tuple[Quotation, ...]:
    """The direct quotations of a text in printed order; empty where it has none.

    A quotation is speech: words in quotation marks tied to a verb of speech ('"...," ujar Budi', 'Budi mengatakan,
    "..."'), or a whole sentence or more in marks on its own, or a block quote. Marked words inside a sentence of the
    paper's own are none: titles, nicknames, terms, fragments ('menyebutnya sebagai "ancaman"'). Nor are headings,
    captions and embeds.

    The speaker is the name without titles and honorifics ("Pak Budi" is Budi), in the longest form printed before the
    quotation where only one fits ("kata Budi" behind "Budi Santoso"), or an institution that speaks by its own name. A
    pronoun, and a sentence in marks without a verb, belong to the one who spoke last, in a quotation or in prose; where
    somebody unnamed or an institution spoke since, or another person came up, nobody is named. The description is what
    stands beside the name here or where the text named the speaker before.
    """
    texts: list[str] = []
    stretches: list[Stretch] = []
    at, quoted = 0, False
    for i, section in enumerate(sections):
        follows = False
        for j, block in enumerate(section.blocks):
            text = _text_of(block)
            if not text:
                continue
            marked = has_marks(text)
            quoted = quoted or marked or isinstance(block, Quote)
            cite = (block.cite or "") if isinstance(block, Quote) and not marked else None
            stretches.append(Stretch(at, at + len(text), marked, follows, i, j, cite))
            texts.append(text)
            at += len(text) + 1
            follows = True
    return QuoteReader("\n".join(texts), stretches).quotations() if quoted else ()


def _text_of(block: object) -> str:
    match block:
        case Paragraph() | Quote():
            return block.text
        case ListBlock():
            return "\n".join(block.items)
        case Table():
            return "\n".join(cell for row in block.rows for cell in row)
    return ""
