"""Why an address gave no article: a closed list, each reason with its meaning."""

from enum import StrEnum


class Reason(StrEnum):
    """A closed list. `meaning` is the sentence a person is shown; docs/reasons.md is made of it."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> "Reason":
        """Keeps the sentence beside the word."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    # the page was fetched, and is not an article
    EMPTY = "empty", "the page has no content"
    NOT_HTML = "not_html", "the address serves something that is no HTML page"
    TOO_LARGE = "too_large", "the page is larger or has more tags than any article"
    INDEX_PAGE = "index_page", "a list of articles (home, category, tag, author, search), not one"
    NO_ARTICLE = "no_article", "a page that is no article: about the site, a picture's own page"
    ERROR_PAGE = "error_page", "an error page served as if it were found"
    BOT_WALL = "bot_wall", "a challenge for browsers stands before the page"
    BLOCKED = "blocked", "an internet provider's block page stands before the page"
    NO_HEADLINE = "no_headline", "no headline was found"
    NO_BODY = "no_body", "no body text was found"
    NO_ADDRESS = "no_address", "nothing says what address the page has; name it with --url"
    # the page could not be had
    NO_FILE = "no_file", "no file is there that can be read"
    MISSING = "missing", "the server says there is no such page (404 or 410)"
    HTTP_ERROR = "http_error", "the server answered with an error status"
    REFUSED_BY_SERVER = "refused_by_server", "the server refuses us (401, 403, 429)"
    ROBOTS = "robots", "robots.txt asks crawlers not to fetch it"
    NO_ANSWER = "no_answer", "the connection failed or timed out"
    NO_HOST = "no_host", "the host name does not resolve"
    BAD_REDIRECT = "bad_redirect", "the redirects do not lead to a page of this site"
    BAD_LISTING = "bad_listing", "a sitemap, feed or index that cannot be read"
    FAILED = "failed", "reading raised an error of our own; please report the page"
