"""The canonical address of an article: the page's own word for it where that can be trusted."""

from archive.address import BadAddress, canonical, key, same_site
from archive.page import Page
from crawler.reading.metadata import Metadata
from crawler.reading.processors.picture import absolute

_SLUG = 8  # characters: a shorter last part of a path names a rubric, not an article


def address_of(page: Page, metadata: Metadata) -> str:
    """The article's address; for a page whose address is none of the web's ("urn:sha256:..."), that address as it is.

    rel=canonical and og:url count where they are of the same site and may name the same article: papers name their
    front page, a rubric or another paper's copy by mistake.
    """
    try:
        own = canonical(page.address)
    except BadAddress:
        return page.address
    for named in (*metadata.links.get("canonical", ()), *metadata.meta.get("og:url", ())):
        address = absolute(page.address, named)
        if address and same_site(address, own) and _agrees(said := canonical(address), own):
            return said
    return own


def _agrees(said: str, own: str) -> bool:
    if key(said) == key(own):
        return True
    last = [part for part in key(said).split("/")[1:] if part]
    mine = [part for part in key(own).split("/")[1:] if part]
    if not last or len(last[-1]) < _SLUG:
        return False
    return not mine or "?" in own or last[-1] in mine[-1] or mine[-1] in last[-1] or bool(set(last) & set(mine))
