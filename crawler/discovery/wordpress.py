"""Where a WordPress site says its posts are, with and without pretty addresses."""

from urllib.parse import urlsplit

from archive.page import Page
from archive.visit import Found
from crawler.discovery import feed, front_page, order, paged_index, sitemap

# The sitemap of WordPress itself, and of the plugins that take its place (Yoast and Rank Math; others).
_SITEMAPS = ("wp-sitemap.xml", "sitemap_index.xml", "sitemap.xml")


def sources(site: str) -> tuple[Found, ...]:
    """The addresses to ask first. site: the address of the front page, with its closing slash."""
    return (*sitemap.sources(site, *_SITEMAPS), *feed.sources(site, "feed/"), *front_page.sources(site))


def named(page: Page) -> tuple[Found, ...]:
    """What the front page names: feeds, posts, the next page of its index.

    A feed at `/?feed=rss2` says that the site has no pretty addresses: then its sitemap is a parameter too.
    """
    feeds = feed.named(page)
    plain = next((urlsplit(found.address) for found in feeds if "feed=" in urlsplit(found.address).query), None)
    sitemaps = (
        (
            Found(
                address=plain._replace(query="sitemap=index").geturl(),
                kind="listing",
                via="sitemap",
                priority=order.SITEMAP,
            ),
        )
        if plain
        else ()
    )
    return (*feeds, *sitemaps, *index(page))


def index(page: Page) -> tuple[Found, ...]:
    """What one page of the paged index names: its posts and, where it has any, the next page of the index."""
    posts = paged_index.articles(page)
    following = paged_index.following(page) if posts else None
    return (*posts, following) if following else posts
