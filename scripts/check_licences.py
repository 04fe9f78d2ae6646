"""Refuse packages whose licence would bind the whole product: GPL and AGPL (not LGPL).

It runs under the interpreter whose packages it looks at; with `--npm` it looks at the web code's.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

WEB = Path(__file__).parents[1] / "web"
BINDING = re.compile(
    r"(?<![A-Za-z])A?GPL|(?<!Lesser )(?<!Library or Lesser )(Affero )?General Public License"
)


def licences(package: Distribution) -> list[str]:
    """What the package says of its licence, in the three places where packages say it."""
    facts = package.metadata.json
    # Some put the whole text into the old field: only its first line is a name.
    old_field = str(facts.get("license", "")).strip().partition("\n")[0]
    return [
        str(facts.get("license_expression", "")),
        old_field,
        *(it for it in facts.get("classifier", []) if it.startswith("License ::")),
    ]


def python_packages() -> Iterator[tuple[str, list[str]]]:
    """Every package of this interpreter."""
    for package in distributions():
        yield package.metadata["Name"].lower(), licences(package)


def npm_packages() -> Iterator[tuple[str, list[str]]]:
    """Every package of the web code that reaches a visitor's browser."""
    lock = json.loads((WEB / "package-lock.json").read_text("utf-8"))
    for path, facts in lock["packages"].items():
        if "node_modules/" in path and not (facts.get("dev") or facts.get("link")):
            yield path.rpartition("node_modules/")[2], [str(facts.get("license", ""))]


def binds(licence: str) -> bool:
    """Whether all of the offered licences are of that kind."""
    return all(BINDING.search(choice) for choice in re.split(r"\s(?:OR|or)\s", licence))


def main() -> int:
    """Name every package that may not be used; 1 when there is any."""
    packages = list(npm_packages() if "--npm" in sys.argv else python_packages())
    faults = [
        f"{name}: {licence}\n" for name, said in packages for licence in said if binds(licence)
    ]
    sys.stderr.writelines(faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
