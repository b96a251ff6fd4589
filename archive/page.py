"""One response as fetched, or as loaded from a file or a WARC."""

from dataclasses import dataclass
from datetime import datetime

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom, resolve_encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One response. address: where the bytes came from, after redirects; fetched_at: aware, UTC.

    headers: as received, in order, repeated ones too. status 200 and no headers for a page loaded from a file.
    """

    address: str
    body: bytes
    fetched_at: datetime
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """The first header of this name in any case, None when absent."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def media_type(self) -> str | None:
        """The declared media type without parameters, lower case; None when not declared."""
        value = self.header("content-type")
        return value.partition(";")[0].strip().lower() or None if value else None

    def text(self) -> str:
        """The body decoded: a byte order mark, else strict UTF-8, else the declared encoding, else windows-1252.

        Strict UTF-8 goes before the declared label because newspapers' servers claim latin-1 over UTF-8, and hardly any
        text in a single-byte encoding is valid UTF-8 by chance. Undecodable bytes become U+FFFD. Never raises.
        """
        bom_encoding, bom = read_bom(self.body)
        if bom_encoding:
            return self.body[len(bom or b"") :].decode(bom_encoding, "replace")
        try:
            return self.body.decode("utf-8")
        except UnicodeDecodeError:
            pass
        label = http_content_type_encoding(self.header("content-type")) or html_body_declared_encoding(self.body)
        encoding = resolve_encoding(label) if label else None
        if encoding in (None, "ascii", "latin-1", "iso8859-1"):
            encoding = "cp1252"
        try:
            return self.body.decode(encoding or "cp1252", "replace")
        except (LookupError, UnicodeError):  # a label such as "hex" or "idna" names a codec that is no text encoding
            return self.body.decode("cp1252", "replace")
