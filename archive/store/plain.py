"""Text as a database can hold it."""


def plain(text: str) -> str:
    """The text without NUL, lone surrogates as U+FFFD: SQLite cuts at the one and its driver raises at the other.

    Both come from JSON-LD and from feeds. The same string where there is neither.
    """
    if text.isascii():
        return text.replace("\0", "")
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
