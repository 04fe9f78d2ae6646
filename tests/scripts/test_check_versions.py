"""The check of minimum versions finds what is old and what is not there."""

import json

from scripts import check_versions
from scripts.check_versions import faults, npm_lock, python_lock

LOCK = """\
aiohttp==3.14.5 \\
    --hash=sha256:00
    # via lotse
pyjwt==2.9.0 ; python_version < '4' \\
    --hash=sha256:00
"""


def test_what_is_new_enough_passes() -> None:
    assert list(faults("root", {"aiohttp": "3.14.4"}, python_lock(LOCK))) == []


def test_versions_are_compared_as_versions_not_as_text() -> None:
    assert list(faults("root", {"pyjwt": "2.15"}, python_lock(LOCK))) == [
        "root: pyjwt is 2.9.0; at least 2.15 is needed"
    ]


def test_a_package_that_is_missing_fails() -> None:
    assert list(faults("root", {"redis": "8"}, python_lock(LOCK))) == [
        "root: redis is not there, so its version cannot be checked"
    ]


def test_each_copy_of_an_npm_package_is_compared() -> None:
    lock = json.dumps(
        {
            "packages": {
                "": {"version": "0.0.1"},
                "node_modules/vite": {"version": "8.4.0"},
                "node_modules/a/node_modules/vite": {"version": "5.0.0"},
            }
        }
    )

    assert list(faults("npm", {"vite": "8"}, npm_lock(lock))) == [
        "npm: vite is 5.0.0; at least 8 is needed"
    ]


def test_our_own_lock_files_pass() -> None:
    assert check_versions.main() == 0
