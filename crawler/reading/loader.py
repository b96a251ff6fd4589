"""ArticleLoader: the rules by which an outlet's pages are read, tried one after another over the generic defaults."""

from collections.abc import Iterator
from typing import Any, ClassVar

import jmespath
from itemloaders import ItemLoader
from jmespath.exceptions import JMESPathError
from lxml.etree import _Element
from parsel import Selector

from crawler.reading.metadata import Metadata
from crawler.reading.processors import text as words
from crawler.reading.processors.text import fold
from crawler.reading.tree import Tree

FIELDS = frozenset(
    [
        "headline",
        "kicker",
        "deck",
        "dateline",
        "byline",
        "published",
        "updated",
        "rubric",
        "tags",
        "language",
        "body",
        "leave_out",
        "images",
    ]
)
_RULES = ("css", "xpath", "jmes")
_SUFFIXES = (*_RULES, "in", "out")


class ArticleLoader(ItemLoader):
    """Reads one page. A subclass says how its outlet marks a field; what it does not say is found by generic means.

    `headline_css`, `_xpath` and `_jmes` (over the JSON-LD object of the article) are tuples of rules, tried in this
    order until one yields; `headline_in` and `headline_out` are itemloaders processors, which must never raise. A rule
    that selects an element gives its visible text; for `body` (where the text stands) and `leave_out` (what inside it
    is none) the elements themselves. Raises TypeError for a class with an unknown field or a rule that is no tuple.
    """

    fields: ClassVar[frozenset[str]] = FIELDS

    def __init_subclass__(cls, **options: Any) -> None:
        """Refuses what itemloaders would pass over in silence: misspelt fields, and strings where tuples belong."""
        super().__init_subclass__(**options)
        for name, value in vars(cls).items():
            field, _, suffix = name.rpartition("_")
            if name.startswith("_") or suffix not in _SUFFIXES:
                continue
            if field in ("default_input", "default_output") or (callable(value) and field not in cls.fields):
                continue
            if field not in cls.fields:
                raise TypeError(f"{cls.__name__}.{name}: there is no field {field!r}")
            if suffix in _RULES and not (isinstance(value, tuple) and all(isinstance(rule, str) for rule in value)):
                raise TypeError(f"{cls.__name__}.{name} must be a tuple of strings: each is a rule to fall back on")

    def __init__(self, tree: Tree, metadata: Metadata, **context: Any) -> None:
        super().__init__(selector=Selector(root=tree.root, type="html"), **context)
        self.tree = tree
        self.metadata = metadata
        self.provenance: dict[str, str] = {}

    def values(self, field: str) -> list[Any]:
        """What the first rule that yields gives for a field, through its processors; [] when none does."""
        for suffix, rule in self._rules(field):
            found = [value for value in self._select(suffix, rule) if value]
            if not found:
                continue
            self._values.pop(field, None)
            self.add_value(field, found)
            output = self.get_output_value(field)
            kept = [output] if isinstance(output, str) else list(output or ())
            if kept:
                self.provenance[field] = f"{suffix} {rule}"
                return kept
        return []

    def value(self, field: str) -> str | None:
        """The first of `values`, None when there is none."""
        return next((value for value in self.values(field) if isinstance(value, str)), None)

    def elements(self, field: str) -> list[_Element]:
        """The elements of the first rule that yields any, in document order."""
        assert self.selector is not None
        for suffix, rule in self._rules(field):
            chosen = self.selector.css(rule) if suffix == "css" else self.selector.xpath(rule)
            found = [one.root for one in chosen if isinstance(one.root, _Element)]
            if found:
                self.provenance[field] = f"{suffix} {rule}"
                return found
        return []

    def _rules(self, field: str) -> Iterator[tuple[str, str]]:
        for suffix in _RULES:
            for rule in getattr(self, f"{field}_{suffix}", ()):
                yield suffix, rule

    def _select(self, suffix: str, rule: str) -> list[str | None]:
        if suffix == "jmes":
            return _searched(rule, self.metadata)
        assert self.selector is not None
        chosen = self.selector.css(rule) if suffix == "css" else self.selector.xpath(rule)
        return [words.of(one.root) if isinstance(one.root, _Element) else fold(str(one.root)) for one in chosen]


def _searched(rule: str, metadata: Metadata) -> list[str | None]:
    try:
        found = jmespath.search(rule, metadata.article)
    except JMESPathError:  # a function met a value of another type: the page has something else there
        return []
    values = found if isinstance(found, list) else [found]
    return [fold(value) if isinstance(value, str) else None for value in values]
