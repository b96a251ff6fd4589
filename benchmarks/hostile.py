"""Hostile and huge markup of any size, for benchmarks/growth.py: what a page might be made of to slow a reader down."""

from collections.abc import Callable, Mapping
from functools import partial

HEADLINE = "Kebun Sayur di Atap Pasar Sungai Rengas Mulai Dipanen"
SENTENCE = "Pedagang pasar memanen kangkung dari kebun di atap pasar untuk pertama kalinya pada hari Senin pagi itu. "
PROSE = f"<p>{SENTENCE}</p>" * 4
WORDS = "Siti Aminah, Budi Santoso; Jakarta - Bandung / Medan: "


_SIGNS = (
    *("(", ")", "[", "(a/", "-", "- ", "/", ".", "a.", "A ", "1", "1.", "*", " ", "&#160;", "\n", "@", "#", ":", "\\n"),
    *("(Foto: ", "Foto: ", "Editor: ", "(ani) ", "“", "kata Siti. "),
)
_OPENINGS = ("JAKARTA, ", "Jakarta/", "A. ", "a.b.", "Kota ", "Aa ", "(", "KOMPAS/", "12 ", "Jakarta (Antara/")


def page(inside: str, *, head: str = "", before: str = "", behind: str = "") -> str:
    """A page whose text holds `inside` between paragraphs."""
    return (
        f"<!doctype html><html><head><title>{HEADLINE}</title>{head}</head><body><article><h1>{HEADLINE}</h1>{before}"
        f"<div class='entry-content'>{PROSE}{inside}{PROSE}</div></article>{behind}</body></html>"
    )


def nested(tags: str, count: int, *, close: bool = True) -> str:
    """Elements in one another, each with a few words; tags: opened in turn."""
    names = tags.split()
    opened = [names[at % len(names)] for at in range(count)]
    start = "".join(f"<{name}>kata " for name in opened)
    return page(start + ("".join(f"</{name}>" for name in reversed(opened)) if close else ""))


def repeated(part: str, count: int) -> str:
    """The same part over and over inside the text."""
    return page(part * count)


def above(part: str, count: int) -> str:
    """The same part over and over between headline and text."""
    return page("", before=part * count)


def in_head(part: str, count: int) -> str:
    """The same part over and over in the head."""
    return page("", head=part * count)


def paragraph(part: str, count: int) -> str:
    """One paragraph of the same words over and over."""
    return page(f"<p>{part * count}</p>")


def opening(part: str, count: int) -> str:
    """A text that begins with the same words over and over."""
    return f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div class='entry-content'><p>{part * count}</p>{PROSE}</div>"


def attribute(name: str, part: str, count: int) -> str:
    """One huge attribute."""
    return page(f"<div {name}='{part * count}'><p>{SENTENCE}</p></div>")


def json_ld(part: str, behind: str, count: int) -> str:
    """One script of JSON-LD: a beginning and an end so many times around an article's node."""
    node = f'{{"@type":"NewsArticle","headline":"{HEADLINE}","datePublished":"2026-11-23T10:00:00+07:00"}}'
    return page("", head=f"<script type='application/ld+json'>{part * count}{node}{behind * count}</script>")


def comments(count: int) -> str:
    """A comment form of so many fields, behind as many comments."""
    field = "<p><label for='f'>Nama</label><input name='f' id='f'></p>"
    said = "<li><div class='comment-body'><p>Bagus.</p></div></li>"
    form = f"<form action='/k' id='commentform'><textarea name='comment'></textarea>{field * count}</form>"
    return page("", behind=f"<div id='comments'><ol class='comment-list'>{said * count}</ol>{form}</div>")


def titled(count: int) -> str:
    """Titles and headings of so many words."""
    return f"<title>{'kata ' * count}</title>" + "<h1>kata padi</h1><h2>kata sawah</h2>" * count + PROSE


KINDS: Mapping[str, Callable[[int], str]] = {
    **{f"nested {tags}": partial(nested, tags) for tags in (
        "div", "span", "b", "a", "font", "li", "ul li", "table tr td", "blockquote", "section article", "figure",
        "div span b", "center font a i", "form", "aside div", "h2", "p em", "details summary", "dl dt dd", "object",
        "svg",
    )},
    **{f"unclosed {tags}": partial(nested, tags, close=False) for tags in ("div", "a", "font b i", "p", "table", "ul")},
    "repeated p": partial(repeated, f"<p>{SENTENCE}</p>"),
    "repeated short p": partial(repeated, "<p>Ya.</p>"),
    "repeated bold p": partial(repeated, "<p><b>Panen Padi</b></p>"),
    "repeated empty div": partial(repeated, "<div></div>"),
    "repeated a": partial(repeated, "<a href='/a/b-c'>Panen padi raya di sawah desa</a> "),
    "repeated page link": partial(above, "<a href='?page=2'>2</a> "),
    "repeated li": partial(repeated, "<li>Padi sawah</li>"),
    "repeated ul": partial(repeated, "<ul><li>Padi</li></ul>"),
    "repeated tr": lambda count: page(f"<table>{'<tr><td>Padi</td><td>12</td></tr>' * count}</table>"),
    "repeated td": lambda count: page(f"<table><tr>{'<td>Padi</td>' * count}</tr></table>"),
    "repeated table": partial(repeated, "<table><tr><td>Padi</td><td>12</td></tr></table>"),
    "repeated br": partial(repeated, "Panen padi.<br>"),
    "repeated bare br": partial(repeated, "<br>"),
    "repeated figure": partial(repeated, "<figure><img src='/a'><figcaption>Padi (Foto: Ani)</figcaption></figure>"),
    "repeated img": partial(repeated, "<img src='/a.jpg' alt='Padi'>"),
    "repeated lead figure": partial(above, "<figure class='featured-image'><img src='/a.jpg'></figure>"),
    "repeated h2": partial(repeated, "<h2>Panen Padi</h2>"),
    "repeated heading and p": partial(repeated, f"<h3>Panen Padi</h3><p>{SENTENCE}</p>"),
    "repeated blockquote": partial(repeated, "<blockquote>Panen padi.<cite>Ani</cite></blockquote>"),
    "repeated iframe": partial(repeated, "<iframe src='https://v.example/e/1'></iframe>"),
    "repeated tweet": partial(repeated, "<blockquote class='twitter-tweet'><a href='//t.example/1'>a</a></blockquote>"),
    "repeated promo": partial(repeated, "<p>Baca juga: <a href='/a/b'>Panen padi raya di sawah desa kami</a></p>"),
    "repeated credit": partial(above, "<p class='author'>Penulis: Siti Aminah</p>"),
    "repeated credit below": partial(repeated, "<p>Editor: Siti Aminah</p>"),
    "repeated sign-off": partial(repeated, "<p>(sam/rat)</p>"),
    "repeated body": partial(repeated, f"</div><div class='entry-content'><p>{SENTENCE}</p>"),
    "repeated article": partial(repeated, f"</div></article><article><div class='entry-content'><p>{SENTENCE}</p>"),
    "repeated h1": partial(above, "<h1>Kebun Sayur di Atap</h1>"),
    "repeated time": partial(above, "<time datetime='2026-11-23T10:00:00+07:00'>23/11/2026 10:00</time>"),
    "repeated date line": partial(above, "<p>Senin, 23 November 2026 | 10:00 WIB</p>"),
    "repeated tag link": partial(repeated, "<a rel='tag' href='/tag/padi'>padi</a>"),
    "repeated class": lambda count: page("".join(f"<p class='c{n} d{n}'>Padi</p>" for n in range(count))),
    "repeated comment box": partial(repeated, "<div class='comments'><p>Bagus</p></div>"),
    "repeated disqus": lambda count: page("", behind="<div id='disqus_thread'></div>" * count),
    "repeated form": lambda count: page("", behind="<form><textarea></textarea><label>Komentar</label></form>" * count),
    "repeated hidden": partial(repeated, "<div style='display:none'>Padi</div>"),
    "repeated entities": partial(repeated, "&amp;&nbsp;&#8220;"),
    "repeated meta": partial(in_head, "<meta property='article:tag' content='padi'>"),
    "repeated meta name": lambda count: in_head("".join(f"<meta name='n{n}' content='x'>" for n in range(count)), 1),
    "repeated published": partial(in_head, "<meta property='article:published_time' content='2026-11-23T10:00:00Z'>"),
    "repeated author": lambda count: in_head("".join(f"<meta name=author content='Ani {n}'>" for n in range(count)), 1),
    "repeated title": partial(in_head, "<title>Panen</title>"),
    "repeated json-ld": partial(in_head, "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>"),
    "repeated broken json-ld": partial(in_head, "<script type='application/ld+json'>{\"headline\":\"a</script>"),
    "paragraph": partial(paragraph, SENTENCE),
    "paragraph dates": partial(paragraph, "23 November 2026 10:00 WIB "),
    "paragraph quotes": partial(paragraph, "“Panen padi,” kata Siti. "),
    "paragraph open quotes": partial(paragraph, "“Panen "),
    "paragraph straight quotes": partial(paragraph, '"Panen padi," ujar Siti Aminah. '),
    **{f"paragraph {sign}": partial(paragraph, sign) for sign in _SIGNS},
    **{f"opening {sign}": partial(opening, sign) for sign in _OPENINGS},
    "paragraph one word": partial(paragraph, "padi"),
    "paragraph capitals": partial(paragraph, "Aa "),
    "paragraph names": partial(paragraph, WORDS),
    "paragraph promo": partial(paragraph, "(Baca juga: "),
    "line dates": partial(above, "23/11/2026 10:00 "),
    "line credit": partial(above, "Penulis: Siti "),
    "line numbers": partial(above, "1"),
    "line words": partial(above, "padi "),
    "credits of lines": partial(above, "<div>Editor</div><div>Siti Aminah</div>"),
    **{f"attribute {name}": partial(attribute, name, "padi ") for name in ("class", "id", "style", "itemprop")},
    "attributes": lambda count: page(f"<div {' '.join(f'a{n}=1' for n in range(count))}><p>{SENTENCE}</p></div>"),
    "attribute href": lambda count: page(f"<a href='/{'a/' * count}'>Panen</a>"),
    "json-ld nested list": partial(json_ld, "[", "]"),
    "json-ld nested object": partial(json_ld, '{"a":', "}"),
    "json-ld open": partial(json_ld, "[", ""),
    "json-ld open object": partial(json_ld, '{"headline":"', ""),
    "json-ld nodes": partial(json_ld, '{"@type":"Thing","name":"padi"},', ""),
    "json-ld articles": partial(json_ld, '{"@type":"NewsArticle","headline":"a","author":[{"name":"A"}]},', ""),
    "json-ld commas": partial(json_ld, ",", ""),
    "json-ld comments": partial(json_ld, "<!-- ", ""),
    "json-ld slashes": partial(json_ld, "\n//", ""),
    "comment form": comments,
    "titles": titled,
    "title signs": lambda count: f"<title>{'Padi - ' * count}</title><h1>Padi</h1>{PROSE}",
    "title spaces": lambda count: f"<title>Padi{' ' * count}x</title><h1>Padi</h1>{PROSE}",
    "open tags": lambda count: page("<" * count),
    "open comment": lambda count: page("<!--" * count),
    "open script": lambda count: page("<script>" + "var a=1;" * count),
    "prologues": lambda count: "<?xml?>" * count + page(""),
    "text capture": lambda count: "Kebun Sayur di Atap Pasar\n\n" + f"{SENTENCE}\n\n" * count,
    "text capture lines": lambda count: "Kebun Sayur\n\n" + "Panen padi\n" * count,
}  # fmt: skip
