"""Spiders of sites that run on WordPress."""

from archive.page import Page
from archive.visit import Found
from crawler.discovery import wordpress
from crawler.outlet import OutletSpider


class WordPressSpider(OutletSpider):
    """Looks where WordPress and its plugins keep sitemaps, feed and index."""

    def starts(self) -> tuple[Found, ...]:
        """robots.txt, the feed, the front page and the sitemaps under their usual names."""
        return wordpress.sources(self.site)

    def front_page(self, page: Page) -> tuple[Found, ...]:
        """Feeds, posts and the index that goes on from the front page."""
        return wordpress.named(page)

    def index(self, page: Page) -> tuple[Found, ...]:
        """Posts, and the next page of the index."""
        return wordpress.index(page)
