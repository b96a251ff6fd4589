"""Any WordPress site: `kliping crawl wordpress --site https://example.co.id/`."""

from crawler.platforms.wordpress import WordPressSpider


class AnyWordPress(WordPressSpider):
    """Crawls the WordPress site that its argument `site` names."""

    name = "wordpress"
