"""From an address or a name to its outlet, and to the spider that knows it."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from archive.address import host, site
from archive.outlet import Outlet
from crawler import spiders
from crawler.outlet import OutletSpider
from crawler.zones import zone_of

UNKNOWN = Outlet(name="unknown")  # of pages without an address


@cache
def _known() -> dict[str, type[OutletSpider]]:
    """Each outlet's spider by the outlet's name and by its domains."""
    found: dict[str, type[OutletSpider]] = {}
    for module in iter_modules(spiders.__path__):
        for value in vars(import_module(f"{spiders.__name__}.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, OutletSpider) and value.facts is not None:
                found |= dict.fromkeys((value.facts.name, *value.facts.domains), value)
    return found


def spider_for(address_or_name: str) -> type[OutletSpider] | None:
    """The spider of an outlet with a file of its own, None for any other."""
    return _known().get(address_or_name) or _known().get(site(address_or_name))


def outlet_for(address_or_name: str) -> Outlet:
    """The outlet of an address or a name; a site without a file is an outlet named by its registered domain."""
    spider = spider_for(address_or_name)
    if spider is not None and spider.facts is not None:
        return spider.facts
    if "://" in address_or_name:
        name = site(address_or_name)
    else:
        name = site(f"https://{address_or_name}") if "." in address_or_name else ""
    return Outlet(name=name, domains=(name,), zone=zone_of(name)) if host(f"https://{name}") else UNKNOWN
