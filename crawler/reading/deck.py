"""The deck that no mark tells: the sentence between headline and text that the page's own description repeats."""

from crawler.reading.head import Printed, Surroundings, squash
from crawler.reading.metadata import Metadata

_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_SHORTEST = 20  # characters; a shorter description is a rubric or a name


def find_described(around: Surroundings, metadata: Metadata, prose: str) -> Printed | None:
    """The line between headline and text with the very words of the page's description; None without.

    Astro Awani prints it as h2, viva.co.id as `.summary`. prose: the words of the article; a description that is its
    beginning is no deck, nor is a picture's caption.
    """
    told = {squash(text) for name in _DESCRIPTIONS for text in metadata.meta.get(name, ()) if len(text) >= _SHORTEST}
    for line in around.between if told else ():
        if line.aside or line.caption or line.is_linked or len(line.text) < _SHORTEST:
            continue
        if squash(line.text) in told:
            return None if line.text in prose else Printed(line.text, line.owner, "description below headline")
    return None
