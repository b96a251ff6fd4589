"""From an address to a Visit. There is no items.py: what an article is stands in archive/article.py."""
