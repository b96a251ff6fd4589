"""Other readers behind the protocol of quality_worker.py: `peers.py NAME` reads jobs, `--installed` names them.

Imports nothing of ours, so that it runs in an environment of the peers' own (benchmarks/requirements-peers.txt).
"""

import importlib
import json
import logging
import sys
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Told = dict[str, Any]
_NOWHERE = "https://example.id/x"  # for tools that ask for an address where it is not known


def text_of(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def trafilatura(body: bytes, url: str | None, **options: Any) -> Told:
    extract = importlib.import_module("trafilatura").bare_extraction
    found = extract(text_of(body), url=url, with_metadata=True, include_comments=False, **options)
    if found is None:
        return {}
    headings = [" ".join(head.itertext()) for head in found.body.iter("head")] if found.body is not None else []
    authors = (found.author or "").split("; ")
    return {
        "headline": found.title,
        "authors": authors,
        "published": found.date,
        "headings": headings,
        "body": found.text,
    }


def trafilatura_precise(body: bytes, url: str | None) -> Told:
    return trafilatura(body, url, favor_precision=True)


def newspaper4k(body: bytes, url: str | None) -> Told:
    article = importlib.import_module("newspaper").Article(url or _NOWHERE, fetch_images=False, language="id")
    article.download(input_html=text_of(body))
    article.parse()
    return {
        "headline": article.title,
        "authors": article.authors,
        "published": _iso(article.publish_date),
        "body": article.text,
    }


def newsplease(body: bytes, url: str | None) -> Told:
    read = importlib.import_module("newsplease").NewsPlease.from_html
    article = read(text_of(body), url=url or _NOWHERE, fetch_images=False)
    return {
        "headline": article.title,
        "authors": article.authors,
        "published": _iso(article.date_publish),
        "body": article.maintext,
    }


def goose3(body: bytes, _url: str | None) -> Told:
    goose = importlib.import_module("goose3").Goose({"enable_image_fetching": False})
    article = goose.extract(raw_html=text_of(body))
    return {
        "headline": article.title,
        "authors": article.authors,
        "published": article.publish_date,
        "body": article.cleaned_text,
    }


def readability(body: bytes, _url: str | None) -> Told:
    document = importlib.import_module("readability").Document(text_of(body))
    tree = importlib.import_module("lxml.html").fromstring(document.summary())
    headings = [heading.text_content() for heading in tree.iter("h2", "h3", "h4", "h5")]
    return {"headline": document.short_title(), "headings": headings, "body": "\n".join(tree.itertext())}


def resiliparse(body: bytes, _url: str | None) -> Told:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return {"body": extract(text_of(body), main_content=True)}


def justext(body: bytes, _url: str | None) -> Told:
    module = importlib.import_module("justext")
    kept = [part for part in module.justext(body, module.get_stoplist("Indonesian")) if not part.is_boilerplate]
    return {"headings": [part.text for part in kept if part.is_heading], "body": "\n".join(part.text for part in kept)}


def htmldate(body: bytes, url: str | None) -> Told:
    return {"published": importlib.import_module("htmldate").find_date(text_of(body), original_date=True, url=url)}


def parse(body: bytes, _url: str | None) -> Told:
    """No reader: the bare lxml.html parse that the others are measured by."""
    importlib.import_module("lxml.html").document_fromstring(body)
    return {}


def _iso(moment: Any) -> str | None:
    return moment.isoformat() if moment else None


# Name -> the module that must be installed, and the reader.
PEERS: Mapping[str, tuple[str, Callable[[bytes, str | None], Told]]] = {
    "parse": ("lxml.html", parse),
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura_precise": ("trafilatura", trafilatura_precise),
    "newspaper4k": ("newspaper", newspaper4k),
    "newsplease": ("newsplease", newsplease),
    "goose3": ("goose3", goose3),
    "readability": ("readability", readability),
    "resiliparse": ("resiliparse", resiliparse),
    "justext": ("justext", justext),
    "htmldate": ("htmldate", htmldate),
}


def main() -> None:
    if sys.argv[1] == "--installed":
        print(*(name for name, (module, _) in PEERS.items() if find_spec(module.partition(".")[0])))
        return
    read = PEERS[sys.argv[1]][1]
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        job = json.loads(line)
        body = Path(job["path"]).read_bytes()
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            told = read(body, job.get("url"))
        except Exception as error:  # noqa: BLE001 - whatever a peer raises is its answer for that page
            told = {"error": repr(error)[:200]}
        told |= {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        print(json.dumps(told, default=str), flush=True)


if __name__ == "__main__":
    main()
