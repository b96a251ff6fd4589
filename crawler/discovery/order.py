"""The order in which places are asked: the priorities of found addresses."""

# The freshest places first, then the articles found so far, and only then the next child sitemap: a crawl with a limit
# of ten articles must not read a newspaper's thousand sitemaps before its first article.
NAMED = 100
ROBOTS = 30
FEED = 20
FRONT_PAGE = 15
SITEMAP = 10
ARTICLE = 0
CHILD_SITEMAP = -1  # and one less for each level below it
INDEX = -10  # last: its pages are walked only as long as they name what nothing else has named
