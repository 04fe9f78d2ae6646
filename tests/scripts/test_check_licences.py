"""The licence check tells licences that bind the whole product from those that do not."""

import pytest

from scripts.check_licences import binds, python_packages


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-only",
        "AGPL-3.0-or-later",
        "GPLv2",
        "License :: OSI Approved :: GNU General Public License v3 (GPLv3)",
        "License :: OSI Approved :: GNU Affero General Public License v3",
        "GPL-2.0-only OR AGPL-3.0-only",
    ],
)
def test_gpl_and_agpl_bind(licence: str) -> None:
    assert binds(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "",
        "MIT",
        "Apache-2.0",
        "LGPL-3.0-or-later",
        "License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)",
        "License :: OSI Approved :: GNU Library or Lesser General Public License (LGPL)",
        "MIT OR GPL-2.0-only",
    ],
)
def test_others_do_not(licence: str) -> None:
    assert not binds(licence)


def test_every_installed_package_says_something() -> None:
    packages = dict(python_packages())

    assert len(packages) > 50
    assert any("Apache" in licence for licence in packages["aiohttp"])
