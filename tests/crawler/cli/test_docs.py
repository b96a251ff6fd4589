"""docs/cli.md cannot lie: it names the commands, their arguments and their options as the code has them."""

import re
from pathlib import Path

import pytest

from crawler.cli.main import COMMANDS, load

TEXT = (Path(__file__).parent.parent.parent.parent / "docs" / "cli.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## kliping (\w+)(.*?)(?=^## |\Z)", TEXT, flags=re.M | re.S))


def test_every_command_has_its_section_in_the_order_of_the_help() -> None:
    assert list(SECTIONS) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_options_and_arguments_are_those_of_the_code(name: str) -> None:
    command = load(name)
    options = [param.opts[0] for param in command.params if param.param_type_name == "option"]
    assert re.findall(r"^\| `(--[\w-]+|-\w)`", SECTIONS[name], flags=re.M) == options
    arguments = [param.metavar for param in command.params if param.param_type_name == "argument"]
    printed = SECTIONS[name].splitlines()[0].split()
    assert [word.strip("[]").removesuffix("...") for word in printed] == [
        (metavar or "").removesuffix("...") for metavar in arguments
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_are_commands_with_options_they_have(name: str) -> None:
    for line in re.findall(r"^kliping (.+)$", SECTIONS[name], flags=re.M):
        given = line.split(" > ")[0]
        assert given.split()[0] in COMMANDS
        known = {opt for param in load(given.split()[0]).params for opt in param.opts}
        assert set(re.findall(r"(?<= )--[\w-]+", given)) <= known
