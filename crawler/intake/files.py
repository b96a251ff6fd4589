"""Pages a person has as files: from a path to the files meant, and from a file to its Page."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from mimetypes import MimeTypes
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from archive.page import Page
from archive.reason import Reason
from archive.visit import Refused
from crawler.intake.manifest import NAME, BadManifest, addresses
from crawler.intake.saved import address_in

_LARGEST = 32 * 2**20  # bytes; a page saved with its pictures inside has some 10 MiB
_HEAD = 2**20  # bytes in which a page names its address
_TEXTUAL = {None, "text/html", "application/xhtml+xml", "text/xml", "application/xml", "text/plain"}
_KINDS = MimeTypes()  # not the module's functions: those read this machine's own tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file. address: where its page was, None when nothing outside the file says so."""

    path: Path
    address: str | None = None


def sources(target: Path) -> list[Source]:
    """The files that a path means: itself; a folder's pages, also in folders below; the rows of a MANIFEST.tsv.

    A folder gives the rows of its manifest in their order, then its other files by name. Left out are files that are
    no pages by their name (pictures, scripts), hidden ones, and the `X_files` that browsers save beside `X.html`. A
    file's manifest may stand in any folder above it. A path that does not exist and a folder without a page are given
    as they are: `load` refuses them. Raises BadManifest.
    """
    if target.is_dir():
        return list(_walk(target, set())) or [Source(path=target)]
    if target.name == NAME:
        return [Source(path=path, address=address) for path, address in addresses(target).items()]
    return [source(target)]


def source(path: Path) -> Source:
    """One file with its address in the nearest MANIFEST.tsv of a folder above that lists it."""
    for folder in path.absolute().parents:
        if (folder / NAME).is_file():
            with suppress(BadManifest, OSError):  # a list of something else, for all we know
                rows = {listed.resolve(): address for listed, address in addresses(folder / NAME).items()}
                if path.resolve() in rows:
                    return Source(path=path, address=rows[path.resolve()])
    return Source(path=path)


def located(source: Source) -> Source:
    """The source with the address that its page names itself, where nothing else names one."""
    if source.address is not None:
        return source
    try:
        if not S_ISREG(source.path.stat().st_mode):
            return source
        with source.path.open("rb") as file:
            return replace(source, address=address_in(file.read(_HEAD)))
    except (OSError, ValueError):
        return source  # `load` says what is wrong with it


def load(source: Source) -> Page | Refused:
    """The Page of a file, fetched when the file was last changed; refused when it cannot be read or is too large."""
    try:
        info = source.path.stat()
        if S_ISDIR(info.st_mode):
            with os.scandir(source.path):  # raises where the folder is not ours to read
                return Refused(reason=Reason.NO_FILE, detail="a folder without a page")
        if not S_ISREG(info.st_mode):  # a pipe would wait for ever
            return Refused(reason=Reason.NO_FILE, detail="not a regular file")
        if info.st_size > _LARGEST:
            return Refused(reason=Reason.TOO_LARGE, detail=f"{info.st_size / 2**20:.0f} MiB")
        body = source.path.read_bytes()
        at = datetime.fromtimestamp(info.st_mtime, UTC)
    except OSError as error:
        return Refused(reason=Reason.NO_FILE, detail=error.strerror or type(error).__name__)
    except (ValueError, OverflowError) as error:  # a NUL in a manifest's path; a time beyond the year 9999
        return Refused(reason=Reason.NO_FILE, detail=str(error))
    return page_of(body, address=source.address, at=at)


def page_of(body: bytes, *, address: str | None, at: datetime) -> Page:
    """The Page of these bytes; without any address it has the name of its bytes, `urn:sha256:` and 64 hex digits."""
    found = address or address_in(body) or f"urn:sha256:{sha256(body).hexdigest()}"
    return Page(address=found, body=body, fetched_at=at)


def _walk(folder: Path, listed: set[Path]) -> Iterator[Source]:
    if (folder / NAME).is_file():
        for path, address in addresses(folder / NAME).items():
            resolved = path.resolve()
            if resolved not in listed:
                listed.add(resolved)
                yield Source(path=path, address=address)
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except PermissionError:
        yield Source(path=folder)
        return
    names = {Path(entry.name).stem for entry in entries if entry.is_file()}
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name == NAME:
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name.removesuffix("_files") not in names or not entry.name.endswith("_files"):
                yield from _walk(path, listed)
        elif _KINDS.guess_type(entry.name)[0] in _TEXTUAL and path.resolve() not in listed:
            yield Source(path=path)
