"""Addresses that a person names, kept by a crawl of these alone."""

import json
from pathlib import Path

from crawler.intake.named import by_site
from tests.crawler.newsroom import Answer, kliping, newsroom, rows, wordpress


def test_named_addresses_are_all_that_is_asked_for(tmp_path: Path) -> None:
    with newsroom() as room:
        wordpress(room, 4)
        room.robots("User-agent: *", "Disallow: /tertutup/")
        closed = [room.post(f"/tertutup/kabar-{n}/", f"Kabar tertutup {n}") for n in range(5)]
        room.answers["/kategori/"] = Answer(status=404)
        named = [f"{room.address}/2026/11/02/kabar-3/", f"{room.address}/kategori/"]
        done = kliping(tmp_path, "add", *closed, *named, "--json")
        told = json.loads(done.stdout)
        assert (told["new"], told["refused"]) == (1, 6)
        assert sorted(refusal["reason"] for refusal in told["refusals"]) == ["missing"] + 5 * ["robots"]
        # the five that wait for robots.txt together are all turned away by it
        assert sorted(set(room.asked)) == [
            "/2026/11/02/kabar-3/",
            "/kategori/",
            "/robots.txt",
        ]
    assert rows(tmp_path, "SELECT outlet, kind, ended FROM crawl_run") == [("127.0.0.1", "add", "finished")]
    assert rows(tmp_path, "SELECT count(*) FROM sighting WHERE state IN ('pending', 'leased')") == [(0,)]


def test_addresses_are_grouped_by_site() -> None:
    addresses = ["https://a.example/1", "https://b.example/1", "http://www.a.example/2"]
    assert by_site(addresses) == [("https://a.example/1", "http://www.a.example/2"), ("https://b.example/1",)]
