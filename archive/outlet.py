"""An outlet's facts: one newsroom's site."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

JAKARTA = "Asia/Jakarta"  # the zone of an outlet of which nothing else is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One newsroom's site.

    name: the word that ties spider, file and column together (`kompas`), a registered domain for a site without a file;
    title: as the paper writes itself; zone: IANA name, for times printed without one; domains: registered domains that
    belong to it; house_names: how it names itself in datelines and bylines, none of which is a person or a place.
    """

    name: str
    title: str = ""
    zone: str = JAKARTA
    domains: tuple[str, ...] = ()
    house_names: tuple[str, ...] = ()

    @property
    def tz(self) -> ZoneInfo:
        """The outlet's own zone."""
        return ZoneInfo(self.zone)
