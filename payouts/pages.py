"""The platform's own pages: at which address a customer does what an answer names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Annotated, Self
from urllib.parse import quote, urlsplit

import yaml
from pydantic import AfterValidator, BeforeValidator, TypeAdapter, ValidationError

from payouts.acts import Act

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
PLACEHOLDERS = frozenset({"payout_reference", "project"})
LONGEST = 2000
# Whatever a browser might read as something else than it looks like is left out.
_PLAIN = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@%/?#\[\]]+")
_STEPS_UP = re.compile(r"(?:^|/)(?:\.|%2e){1,2}(?:[/?#]|$)", re.IGNORECASE)


class PagesError(ValueError):
    """The file of the platform's pages breaks a rule."""


def checked_base(url: str) -> str:
    """The address all pages stand under; ValueError names the rule it breaks."""
    parts = urlsplit(url)
    loopback = parts.scheme == "http" and parts.hostname in LOOPBACK
    if not (parts.scheme == "https" or loopback):
        raise ValueError("must begin with https://, or with http:// on a loopback address")
    if not parts.hostname or "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError("must name a host, without a user, a query or a fragment")
    if not _PLAIN.fullmatch(url) or _STEPS_UP.search(parts.path):
        raise ValueError("must hold no spaces, odd characters or dots as steps")
    return url.rstrip("/")


PlatformBase = Annotated[
    Annotated[str, AfterValidator(checked_base)] | None, BeforeValidator(lambda url: url or None)
]
"""As a setting: an empty one is none."""


def leads_to(base: str, url: str) -> bool:
    """Whether an address is a page under the platform's base, and nothing but that."""
    rest = url.removeprefix(base)
    under = rest != url and rest.startswith("/") and not rest.startswith("//")
    plain = _PLAIN.fullmatch(url) is not None and not _STEPS_UP.search(rest)
    return under and plain and len(url) <= LONGEST


def _checked_path(path: str) -> str:
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError("must start with one /")
    try:
        names = {name for _, name, _, _ in Formatter().parse(path) if name is not None}
    except ValueError as error:
        raise ValueError("must hold braces only around the names of values") from error
    if names - PLACEHOLDERS:
        raise ValueError(f"may hold only the values {', '.join(sorted(PLACEHOLDERS))} in braces")
    if not leads_to("https://x", "https://x" + path.format_map(dict.fromkeys(names, "x"))):
        raise ValueError("must hold no spaces, odd characters or dots as steps")
    return path


_FILE = TypeAdapter(dict[Act, Annotated[str, AfterValidator(_checked_path)]])


@dataclass(frozen=True, slots=True)
class PlatformPages:
    """Where to do what; without a base nothing has an address."""

    base: str | None = None
    paths: Mapping[Act, str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path, base: str | None) -> Self:
        """PagesError names the file, the field and the rule."""
        try:
            paths = _FILE.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(map(str, first["loc"]))
            raise PagesError(f"{path}: {place}: {first['msg']}") from error
        except yaml.YAMLError as error:
            raise PagesError(f"{path}: is not YAML: {error}") from error
        return cls(base, paths)

    def address(self, act: Act, values: Mapping[str, str]) -> str | None:
        """The page for an act; None where there is none, or a value that it needs is not known."""
        path = self.paths.get(act)
        if self.base is None or path is None:
            return None
        try:
            filled = path.format_map({name: quote(it, safe="") for name, it in values.items()})
        except KeyError:
            return None
        url = self.base + filled
        return url if leads_to(self.base, url) else None
