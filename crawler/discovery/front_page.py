"""The front page of any site: the feeds it names and the links that look like articles."""

from archive.page import Page
from archive.visit import Found
from crawler.discovery import feed, order
from crawler.discovery.links import links
from crawler.discovery.shape import looks_like_article


def sources(site: str) -> tuple[Found, ...]:
    """The front page itself."""
    return (Found(address=site, kind="listing", via="front_page", priority=order.FRONT_PAGE),)


def discover(page: Page) -> tuple[Found, ...]:
    """The feeds of the page, then each address of the same site that has the shape of an article's, once."""
    articles = dict.fromkeys(link.address for link in links(page) if looks_like_article(link.address))
    return (
        *feed.named(page),
        *(Found(address=address, via="front_page", priority=order.ARTICLE) for address in articles),
    )
