"""The clippings, and every way to them; `from archive import Archive, Article` loads each when asked for."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archive.article import Article
    from archive.store.archive import Archive

__all__ = ["Archive", "Article"]


def __getattr__(name: str) -> Any:
    """Loads `Archive` or `Article` on first use, so that importing the package alone costs nothing."""
    if name == "Archive":
        from archive.store.archive import Archive

        return Archive
    if name == "Article":
        from archive.article import Article

        return Article
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
