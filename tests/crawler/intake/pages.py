"""Saved pages with invented words, as a person's folder may hold them."""

HOST = "http://warta.example"
_WORDS = (
    "Warga di tepi Kali Serayan mulai membersihkan rumah setelah air surut pada Selasa pagi.",
    "Lurah setempat, Tirta Kencana, mengatakan dapur umum tetap dibuka sampai akhir pekan.",
    "Petugas mencatat dua ratus rumah terendam, dan tidak seorang pun terluka.",
    "Jalan utama menuju pasar sudah bisa dilalui kendaraan roda empat sejak siang.",
)


def address(slug: str) -> str:
    """Where the article of this name is."""
    return f"{HOST}/2026/11/{slug}/"


def html(slug: str, *, words: str = "", head: str = "", link: bool = True) -> str:
    """The page of an article. words: one paragraph more; link: whether it names its own address."""
    headline = slug.replace("-", " ").capitalize()
    canonical = f'<link rel="canonical" href="{address(slug)}">' if link else ""
    paragraphs = "".join(f"<p>{text}</p>" for text in (*_WORDS, words) if text)
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{headline} - Warta</title>{canonical}'
        f'<meta property="og:type" content="article"><meta property="og:title" content="{headline}">{head}</head>'
        f'<body class="single-post"><article><h1 class="entry-title">{headline}</h1>'
        f'<time class="entry-date published" datetime="2026-11-03T07:00:00+07:00">3 November 2026</time>'
        f'<div class="entry-content">{paragraphs}</div></article></body></html>'
    )


def index(slug: str = "daerah") -> str:
    """The page of a category: links to articles, and no text of its own."""
    items = "".join(
        f'<article class="post"><h2 class="entry-title"><a href="{address(f"kabar-{n}")}">Kabar nomor {n}</a></h2>'
        f"</article>"
        for n in range(20)
    )
    return (
        f'<!DOCTYPE html><html lang="id"><head><title>Daerah - Warta</title>'
        f'<link rel="canonical" href="{HOST}/category/{slug}/"></head>'
        f'<body class="archive category"><h1 class="page-title">Kategori: Daerah</h1>{items}</body></html>'
    )


FEED = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Warta</title>'
    f"<link>{HOST}/</link><item><title>Kabar</title><link>{address('kabar')}</link></item></channel></rss>"
)

# A text as copied from a browser's window: no address, no markup.
TEXT = "\n\n".join(("Berita", "Air Kali Serayan Surut, Warga Pulang", "Wanareja — " + _WORDS[0], *_WORDS[1:])) + "\n"
