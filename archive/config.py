"""The settings of a person or machine: kliping.toml, outranked by the environment."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import platformdirs

NAME = "kliping.toml"


class ConfigError(Exception):
    """A configuration file that is missing or cannot be understood. `str()` is one clear line."""

    def __init__(self, where: Path | str, why: str) -> None:
        self.where, self.why = where, why
        super().__init__(f"{where}: {why}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings; each field is a key of kliping.toml and, as KLIPING_<FIELD>, a variable of the environment.

    contact: an address or page for those whose site is crawled, sent with every request; None when not set.
    archive: SQLAlchemy URL or path of the archive; a relative one counts from the working folder.
    """

    contact: str | None = None
    archive: str = "sqlite:///kliping.db"


def load(env: Mapping[str, str], cwd: Path) -> Config:
    """The settings in force: the environment, else kliping.toml, else the defaults.

    The file is the one KLIPING_CONFIG names, else `cwd`/kliping.toml, else the one in the user's configuration folder;
    only the first named must exist. An empty variable counts as not set. Raises ConfigError.
    """
    path = _find(env, cwd)
    values = _read(path) if path else {}
    for key in _keys():
        variable = f"KLIPING_{key.upper()}"
        if env.get(variable):
            values[key] = _checked(variable, key, env[variable])
    return Config(**values)


def _keys() -> list[str]:
    return [field.name for field in fields(Config)]


def _find(env: Mapping[str, str], cwd: Path) -> Path | None:
    if named := env.get("KLIPING_CONFIG"):
        path = cwd / Path(named).expanduser()
        if not path.is_file():
            raise ConfigError(path, "no such file; KLIPING_CONFIG names it")
        return path
    folders = (cwd, platformdirs.user_config_path("kliping", appauthor=False))
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def _read(path: Path) -> dict[str, str]:
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))  # Notepad writes a byte order mark
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(path, f"is no TOML ({error})") from None
    except OSError as error:
        raise ConfigError(path, f"cannot be read ({error.strerror})") from None
    for key in table:
        if key not in _keys():
            raise ConfigError(path, f"unknown key {key!r}; known are {', '.join(_keys())}")
    return {key: _checked(path, key, value) for key, value in table.items()}


def _checked(where: Path | str, key: str, value: object) -> str:
    # A line break would end a request header early; the contact is sent in one.
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ConfigError(where, f"{key} must be one line of text")
    return value.strip()
