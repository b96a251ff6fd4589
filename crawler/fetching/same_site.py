"""Refuses redirects that lead away from the site that was asked."""

from scrapy import Request

from archive.address import same_site
from crawler.fetching.answers import OtherSite


class SameSiteMiddleware:
    """Lets a request through while it stays on the site of the address that began it.

    Scrapy's OffsiteMiddleware drops a redirect without a word to the errback, which leaves its row in flight for ever.
    """

    def process_request(self, request: Request) -> None:
        """Raises OtherSite. A request that no redirect led to is let through, as is an address that a person named."""
        began = request.meta.get("redirect_urls")
        if began and not request.meta.get("named") and not same_site(began[0], request.url):
            raise OtherSite(request.url)
