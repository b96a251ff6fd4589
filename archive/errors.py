"""What can go wrong with an archive: one error per thing a person would do something different about."""


class ArchiveError(Exception):
    """Anything the archive cannot do. `str()` is one clear line: what, where, what to do."""


class NotAnArchive(ArchiveError):
    """The file or database is there and is not an archive of ours."""

    def __init__(self, where: str, why: str = "it holds something else") -> None:
        self.where = where
        super().__init__(f"{where} is no Kliping archive ({why}); name another with KLIPING_ARCHIVE or --archive")


class NewerArchive(ArchiveError):
    """The archive was written by a newer version of the program."""

    def __init__(self, where: str, found: str, known: str) -> None:
        self.where, self.found, self.known = where, found, known
        super().__init__(f"{where} has schema {found}, this version knows {known}; install a newer kliping")


class NoArchive(ArchiveError):
    """There is no archive at this address, and the command only reads."""

    def __init__(self, where: str, why: str = "does not exist") -> None:
        self.where, self.why = where, why
        super().__init__(f"{where} {why}; crawl, add or import something first, or set KLIPING_ARCHIVE")


class NoPlace(ArchiveError):
    """An archive cannot be made at this address: its folder is missing, or may not be written."""

    def __init__(self, where: str, why: str) -> None:
        self.where, self.why = where, why
        super().__init__(f"{where} cannot be made: {why}; make the folder, or name another with KLIPING_ARCHIVE")


class ArchiveBusy(ArchiveError):
    """Another process holds the archive's write lock longer than we wait."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(f"{where} is locked by another process; try again when it has finished")


class ArchiveUnwritable(ArchiveError):
    """The disk is full, failing or read-only: what was acknowledged is kept, nothing more can be."""

    def __init__(self, where: str, why: str) -> None:
        self.where, self.why = where, why
        super().__init__(f"{where} cannot be written: {why}; free space or mend the disk, then run again")


class OutletBusy(ArchiveError):
    """The outlet is being crawled by another process right now."""

    def __init__(self, outlet: str) -> None:
        self.outlet = outlet
        super().__init__(f"{outlet} is being crawled by another process; nothing was done")


class BadQuery(ArchiveError):
    """A search query that cannot be understood."""

    def __init__(self, query: str, why: str) -> None:
        self.query, self.why = query, why
        super().__init__(f"query {query!r}: {why}")


class BadLine(ArchiveError):
    """A line of JSONL that is no article."""

    def __init__(self, where: str, number: int, why: str) -> None:
        self.where, self.number, self.why = where, number, why
        super().__init__(f"{where}, line {number}: {why}; nothing of this file was imported")


class Unstorable(ArchiveError):
    """A page, an article or a line that cannot be kept as it is; nothing of it was."""

    def __init__(self, address: str, why: str) -> None:
        self.address, self.why = address, why
        super().__init__(f"{address!r} cannot be kept: {why}")


class Unknown(ArchiveError):
    """No such article."""

    def __init__(self, key: str, why: str = "no such article in the archive") -> None:
        self.key = key
        super().__init__(f"{key}: {why}; `kliping search` finds ids")
