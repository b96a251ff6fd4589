"""The scheduler over the archive's rows; its crawls are tried in tests/crawler/test_crawl.py."""

import pytest
from scrapy import Request
from scrapy.utils.test import get_crawler

from crawler.fetching.frontier import Frontier


def test_a_request_without_a_lease_is_an_error() -> None:
    frontier = Frontier(get_crawler())
    with pytest.raises(ValueError, match="has no lease"):
        frontier.enqueue_request(Request("http://warta.example/kabar/"))


def test_nothing_is_handed_out_before_the_archive_is_open() -> None:
    frontier = Frontier(get_crawler())
    assert frontier.next_request() is None
