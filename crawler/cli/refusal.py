"""Says in one line why a page gave no article, and what a person can do about it."""

from archive.reason import Reason
from archive.visit import Refused

_SAVE_WHOLE = "give the page of one article, saved whole"
_LATER = "try again later"
TO_DO = {
    Reason.EMPTY: "save the page again",
    Reason.NOT_HTML: "give a page saved as HTML, or its text",
    Reason.TOO_LARGE: "save the page without its pictures",
    Reason.INDEX_PAGE: "give the page of one article",
    Reason.NO_ARTICLE: "give the page of one article",
    Reason.ERROR_PAGE: _LATER,
    Reason.BOT_WALL: "open it in a browser and save the page",
    Reason.BLOCKED: "fetch it through another network",
    Reason.NO_HEADLINE: _SAVE_WHOLE,
    Reason.NO_BODY: _SAVE_WHOLE,
    Reason.NO_ADDRESS: "or give it a row in a MANIFEST.tsv beside it",
    Reason.NO_FILE: "check the path",
    Reason.MISSING: "check the address",
    Reason.HTTP_ERROR: _LATER,
    Reason.REFUSED_BY_SERVER: "ask the newspaper for leave",
    Reason.ROBOTS: "ask the newspaper for leave",
    Reason.NO_ANSWER: _LATER,
    Reason.NO_HOST: "check the address",
    Reason.BAD_REDIRECT: "check the address",
    Reason.BAD_LISTING: "name the page of one article",
    Reason.FAILED: "nothing else is harmed",
}


def sentence(where: str, refused: Refused) -> str:
    """`where: why (what was seen) [reason]; what to do`."""
    return f"{where}: {refused} [{refused.reason.value}]; {TO_DO[refused.reason]}"
