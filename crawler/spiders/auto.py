"""Any site at all: what its robots.txt, sitemaps, feeds and front page offer, read by the generic loader."""

from archive.visit import Found
from crawler.discovery import feed, front_page, sitemap
from crawler.outlet import OutletSpider


class AnySite(OutletSpider):
    """Crawls the site that its argument `site` names, or only the addresses that `named` does."""

    name = "auto"

    def starts(self) -> tuple[Found, ...]:
        """robots.txt, the sitemap and the feeds under their usual names, and the front page."""
        return (
            *sitemap.sources(self.site, "sitemap.xml"),
            *feed.sources(self.site, "feed", "rss"),
            *front_page.sources(self.site),
        )
