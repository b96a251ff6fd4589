"""An Article back as a plain HTML page, as a simple theme would print it; a helper of tests."""

from html import escape

from archive.article import Article, Block, Embed, Figure, ListBlock, Paragraph, Quote, Section, Table


def rendered(article: Article) -> str:
    """Headline, byline, time and sections with the dateline in front of the text, and nothing else."""
    texts = "".join(map(_section, article.sections))
    if article.dateline:
        told = escape(f"{article.dateline.text} - ")
        texts = texts.replace("<p>", f"<p>{told}", 1)
    if article.signoff:
        texts += f"<p>{escape(article.signoff)}</p>"
    byline = f"<p class='byline'>{escape(article.byline.text)}</p>" if article.byline and article.byline.text else ""
    stamp = article.published.at.isoformat() if article.published and article.published.at else ""
    return (
        f"<!doctype html><html lang='{article.language or 'id'}'><head><meta charset='utf-8'>"
        f"<title>{escape(article.headline)}</title><meta property='article:published_time' content='{stamp}'></head>"
        f"<body><article><h1>{escape(article.headline)}</h1>{byline}<div class='entry-content'>{texts}</div></article>"
    )


def _section(section: Section) -> str:
    heading = f"<h{section.level}>{escape(section.heading)}</h{section.level}>" if section.heading else ""
    return heading + "".join(map(_block, section.blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{_lines(block.text)}</p>"
        case Quote():
            cite = f"<cite>{escape(block.cite)}</cite>" if block.cite else ""
            return f"<blockquote><p>{_lines(block.text)}</p>{cite}</blockquote>"
        case ListBlock():
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{_lines(item)}</li>' for item in block.items)}</{tag}>"
        case Table():
            return _table(block)
        case Figure():
            credit = f" <span class='credit'>{escape(block.credit)}</span>" if block.credit else ""
            told = escape(block.caption or "") + credit
            caption = f"<figcaption>{told}</figcaption>" if told else ""
            picture = f"<img src='{escape(block.url)}' alt='{escape(block.alt or '')}'>" if block.url else ""
            return f"<figure>{picture}{caption}</figure>"
        case Embed():
            url = escape(block.url or "")
            if block.text is None:
                return f"<iframe src='{url}'></iframe>"
            return f"<blockquote class='twitter-tweet'><p>{_lines(block.text)}</p><a href='{url}'></a></blockquote>"


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    rows = []
    for number, row in enumerate(table.rows):
        tag = "th" if table.header and number == 0 else "td"
        rows.append(f"<tr>{''.join(f'<{tag}>{_lines(cell)}</{tag}>' for cell in row)}</tr>")
    return f"<table>{caption}{''.join(rows)}</table>"


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.split("\n")))
