"""Scrapy's settings of this project: only what differs from its defaults, each with its reason."""

import os
import sys
from importlib import metadata
from pathlib import Path

from archive.config import ConfigError, load

try:
    _config = load(os.environ, Path.cwd())
except ConfigError as error:  # the `scrapy` command would print a traceback
    sys.exit(f"kliping: {error}")

KLIPING_ARCHIVE = _config.archive

BOT_NAME = "kliping"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
COMMANDS_MODULE = "crawler.cli.scrapy_commands"  # `scrapy crawl` with the exit codes of `kliping crawl`

# Who we are, said honestly. Neither "Scrapy" nor "bot": some newsrooms shut those words out whoever says them, and what
# they say to us by name, in robots.txt, they can say to "Kliping".
USER_AGENT = f"Kliping/{metadata.version('kliping')} ({_config.contact or 'news archive; no contact given'})"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",  # Scrapy asks for English, and sites in two languages would give it
}

# Manners
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0  # seconds between two requests to one host
CONCURRENT_REQUESTS_PER_DOMAIN = 2  # and never more under way; the frontier hands out no more either
CONCURRENT_REQUESTS = 64  # hosts are many in a crawl of many outlets; one slow host must not starve the others

# Bounds: what an article or a sitemap never needs, and a hostile site would use
DOWNLOAD_TIMEOUT = 30  # seconds; two dripping hosts starved a good one for 181 s at 180, 1.7 s at 30
DOWNLOAD_MAXSIZE = 10 * 2**20  # bytes, also after decompression; at 1 GiB a bomb took 2.1 GB of memory
DOWNLOAD_WARNSIZE = 0  # what is too large says so in its Visit
REDIRECT_MAX_TIMES = 5
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # every address ends in a Visit, which tells
RETRY_EXCEPTIONS = [  # Scrapy's, without a host that does not resolve: it will not in the next second either
    "scrapy.exceptions.DownloadConnectionRefusedError",
    "scrapy.exceptions.DownloadFailedError",
    "scrapy.exceptions.DownloadTimeoutError",
    "scrapy.exceptions.ResponseDataLossError",
    "twisted.internet.error.ConnectionDone",
    "twisted.internet.error.ConnectError",
    "twisted.internet.error.ConnectionLost",
    OSError,
    "scrapy.core.downloader.handlers.http11.TunnelError",
]
DOWNLOAD_VERIFY_CERTIFICATES = True  # off by default in Scrapy
DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}  # a sitemap that named file:/// was read
METAREFRESH_ENABLED = False  # a redirect that a page's words can make
COOKIES_ENABLED = False  # nothing is logged in to; the first one made tldextract ask the network for a list
TELNETCONSOLE_ENABLED = False  # a port nobody needs
REMOTE_CONTROL_ENABLED = False  # runs Python that is sent to a port

# The road
SCHEDULER = "crawler.fetching.frontier.Frontier"  # requests are made from the archive's rows
ITEM_PIPELINES = {"pipelines.dedupe.Dedupe": 100, "pipelines.store.Store": 900}
HTTPERROR_ALLOW_ALL = True  # every answer ends in a Visit
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.fetching.same_site.SameSiteMiddleware": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.fetching.robots.RobotsMiddleware": 100,
}
CONCURRENT_ITEMS = 4  # one Visit a page: 100 tasks a response, the default, took 27 % more CPU
# `-O x.jsonl` writes the archive's own lines; Scrapy's escape every letter outside ASCII
FEED_EXPORTERS = dict.fromkeys(("jsonl", "jsonlines", "jl"), "crawler.fetching.lines.LinesExporter")
FEED_EXPORT_ENCODING = "utf-8"

# The log
LOG_LEVEL = "INFO"
DEFAULT_DROPITEM_LOG_LEVEL = "DEBUG"  # a listing leaves the pipelines there
