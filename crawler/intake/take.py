"""Reads a person's files into Visits, one for every page or article in parts, through the reader of a crawl."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.article import Article
from archive.outlet import Outlet
from archive.page import Page
from archive.reason import Reason
from archive.visit import Refused, Visit
from crawler.intake.batch import in_order
from crawler.intake.files import Source, load, located
from crawler.intake.parts import joined_up, neighbours
from crawler.intake.saved import is_address
from crawler.outlets import outlet_for
from crawler.reading.read import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of files: a Visit, or a Refused where there was no page to visit. paths: in reading order."""

    paths: tuple[Path, ...]
    became: Visit | Refused


def take(sources: Sequence[Source], *, processes: int | None = None) -> Iterator[Taken]:
    """Every file in exactly one Taken, in the order given; files whose addresses are neighbours come together."""
    found = [located(source) for source in sources]
    groups = [[found[position] for position in group] for group in neighbours([source.address for source in found])]
    for group, answer in in_order(take_group, groups, processes=processes):
        if isinstance(answer, BaseException):
            yield from (_failed(source, answer) for source in group)
        else:
            yield from answer


def _failed(source: Source, error: BaseException) -> Taken:
    refused = Refused(reason=Reason.FAILED, detail=" ".join(f"{type(error).__name__}: {error}".split()))
    page = load(source)
    if isinstance(page, Refused):
        return Taken(paths=(source.path,), became=refused)
    return Taken(paths=(source.path,), became=_visit((page,), outlet_for(page.address), refused))


def take_group(group: Sequence[Source]) -> list[Taken]:
    """The same for files that may be parts of one article, in this process."""
    loaded = [(source.path, load(source)) for source in group]
    taken = [Taken(paths=(path,), became=refused) for path, refused in loaded if isinstance(refused, Refused)]
    files = [(path, page) for path, page in loaded if isinstance(page, Page)]
    for article in joined_up([page for _, page in files]) if files else ():
        paths, pages = zip(*(files[position] for position in article), strict=True)
        taken.append(Taken(paths=paths, became=visit_of(pages)))
    return taken


def visit_of(pages: tuple[Page, ...]) -> Visit:
    """The Visit of an article's pages. A page without an address is read too: that it is no article says more."""
    outlet = outlet_for(pages[0].address)
    outcome = read(pages, outlet)
    if isinstance(outcome, Article) and not is_address(pages[0].address):
        outcome = Refused(reason=Reason.NO_ADDRESS)
    return _visit(pages, outlet, outcome)


def _visit(pages: tuple[Page, ...], outlet: Outlet, outcome: Article | Refused) -> Visit:
    first = pages[0]
    return Visit(address=first.address, outlet=outlet.name, at=first.fetched_at, outcome=outcome, pages=pages)
