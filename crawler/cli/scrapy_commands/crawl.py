"""`scrapy crawl`, checked before it begins and ended with the exit codes of `kliping crawl`."""

import argparse

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from archive.cli.console import complain
from crawler.arguments import BadArgument
from crawler.cli.ending import exit_code, problem


class Command(ScrapyCrawl):
    """Scrapy's own command, which ends with 0 whatever became of the crawl."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawls with the spider that is named."""
        if len(args) != 1:
            raise UsageError
        assert self.crawler_process is not None
        try:
            crawler = self._create_crawler(args[0])
            crawler.spidercls(**opts.spargs)
        except KeyError:
            known = ", ".join(sorted(self.crawler_process.spider_loader.list()))
            raise UsageError(f"no spider {args[0]!r}; known are {known}", print_help=False) from None
        except BadArgument as error:
            raise UsageError(str(error), print_help=False) from None
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        ended = getattr(crawler.spider, "ended", None)
        self.exitcode = exit_code(ended)
        if line := problem(ended):
            complain(line)
