"""Pages with invented words for the tests of reading."""

from datetime import UTC, datetime

from archive.article import Article
from archive.outlet import Outlet
from archive.page import Page
from archive.visit import Refused
from crawler.reading.loader import ArticleLoader
from crawler.reading.read import read

WARTA = Outlet(name="warta", title="Warta Contoh", domains=("warta.example",), house_names=("Warta Contoh",))
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ADDRESS = "https://www.warta.example/2026/11/kebun-sayur-di-atap-pasar/"
HEADLINE = "Kebun Sayur di Atap Pasar Sungai Rengas Mulai Dipanen"
FIRST = "Pedagang Pasar Sungai Rengas memanen kangkung dari kebun di atap pasar untuk pertama kalinya pada Senin pagi."
SECOND = "Kepala pasar mengatakan kebun itu dirawat bergantian oleh empat puluh pedagang sejak awal musim hujan lalu."
THIRD = "Hasil panen dibagi rata, dan sebagian dijual di lapak bersama dengan harga yang lebih murah dari biasanya."


def page(
    markup: str | bytes, address: str = ADDRESS, status: int = 200, kind: str = "text/html; charset=utf-8"
) -> Page:
    """A page as fetched."""
    body = markup.encode("utf-8") if isinstance(markup, str) else markup
    return Page(address=address, body=body, fetched_at=NOW, status=status, headers=(("Content-Type", kind),))


def markup(
    body: str | None = None, *, head: str = "", above: str = "", below: str = "", headline: str = HEADLINE
) -> str:
    """A whole page: headline, what stands above and below the text, the text itself."""
    text = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>" if body is None else body
    return (
        f"<!doctype html><html lang='id'><head><title>{headline} - Warta Contoh</title>{head}</head><body>"
        f"<nav><a href='/'>Beranda</a> <a href='/kategori/daerah/'>Daerah</a></nav>"
        f"<main><article><h1>{headline}</h1>{above}<div class='entry-content'>{text}</div>{below}</article></main>"
        f"<footer><p>Hak cipta 2026 Warta Contoh. Dilarang mengutip tanpa izin tertulis dari redaksi kami.</p></footer>"
        f"</body></html>"
    )


def outcome(
    *sources: str | bytes | Page, outlet: Outlet = WARTA, loader: type[ArticleLoader] = ArticleLoader
) -> Article | Refused:
    """What reading these pages comes to."""
    pages = [source if isinstance(source, Page) else page(source) for source in sources]
    return read(pages, outlet, loader)


def article(
    *sources: str | bytes | Page, outlet: Outlet = WARTA, loader: type[ArticleLoader] = ArticleLoader
) -> Article:
    """The Article of these pages; fails where they are refused."""
    read_as = outcome(*sources, outlet=outlet, loader=loader)
    assert isinstance(read_as, Article), read_as
    return read_as


def refused(*sources: str | bytes | Page) -> Refused:
    """The reason why these pages give no Article; fails where they do."""
    read_as = outcome(*sources)
    assert isinstance(read_as, Refused), read_as.headline
    return read_as
