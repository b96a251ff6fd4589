"""Options of the whole suite."""

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("frozen pages")
    group.addoption(
        "--update-expected",
        action="store_true",
        help="write what the reader gives now as the expected Article of each frozen page; reading it is the review",
    )
    group.addoption("--allow-loss", action="store_true", help="with --update-expected: values may disappear")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-expected") and os.environ.get("CI", "").lower() == "true":
        raise pytest.UsageError("--update-expected is for people who read what it writes, not for CI")
