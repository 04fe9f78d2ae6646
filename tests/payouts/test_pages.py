"""Addresses of the platform's pages: from the team's file, and nowhere but on the platform."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from actions.settings import Settings as ActionSettings
from handoff.settings import Settings as FrontDoorSettings
from payouts.acts import Act
from payouts.pages import PagesError, PlatformBase, PlatformPages, checked_base, leads_to

BASE = "https://platform.example"
FILE = Path(__file__).parents[2] / "data" / "platform_pages.yml"


def test_the_file_has_a_page_for_every_act() -> None:
    pages = PlatformPages.load(FILE, BASE)

    values = {"payout_reference": "PO-1", "project": "PR-1"}
    found = {act: pages.address(act, values) for act in Act}

    assert found[Act.ADD_ACCOUNT] == f"{BASE}/settings/payouts"
    assert found[Act.FUND_MILESTONE] == f"{BASE}/projects/PR-1"
    assert all(found.values())


def test_values_are_written_so_that_they_stay_one_step_of_the_path() -> None:
    pages = PlatformPages(BASE, {Act.OPEN_PROJECT: "/projects/{project}"})

    assert pages.address(Act.OPEN_PROJECT, {"project": "a/b?c#ü {x}"}) == (
        f"{BASE}/projects/a%2Fb%3Fc%23%C3%BC%20%7Bx%7D"
    )
    assert pages.address(Act.OPEN_PROJECT, {"project": ".."}) is None


def test_without_a_base_a_page_or_a_value_there_is_no_address() -> None:
    paths = {Act.OPEN_PROJECT: "/projects/{project}"}

    assert PlatformPages(None, paths).address(Act.OPEN_PROJECT, {"project": "PR-1"}) is None
    assert PlatformPages(BASE, paths).address(Act.OPEN_PROJECT, {}) is None
    assert PlatformPages(BASE, paths).address(Act.ADD_ACCOUNT, {}) is None


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("add_account: settings", "add_account", "must start with one /"),
        ("add_account: //evil.example", "add_account", "must start with one /"),
        ("add_account: https://evil.example", "add_account", "must start with one /"),
        ("add_account: /a/{iban}", "add_account", "may hold only the values"),
        ("add_account: /a/{", "add_account", "must hold braces only around"),
        ("add_account: /a/../b", "add_account", "must hold no spaces, odd characters or dots"),
        ("add_account: /a b", "add_account", "must hold no spaces"),
        ('add_account: /a"onclick', "add_account", "must hold no spaces"),
        ("add_account: 7", "add_account", "valid string"),
        ("add_money: /a", "add_money", "Input should be"),
        ("[]", "", "valid dictionary"),
        ("a: [", "", "is not YAML"),
    ],
)
def test_a_broken_file_is_refused_with_file_field_and_rule(
    tmp_path: Path, text: str, place: str, rule: str
) -> None:
    file = tmp_path / "pages.yml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(PagesError) as refused:
        PlatformPages.load(file, BASE)

    assert str(refused.value).startswith(f"{file}: {place}")
    assert rule in str(refused.value)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://platform.example", "https://platform.example"),
        ("https://platform.example/app/", "https://platform.example/app"),
        ("http://127.0.0.1:8080/demo/app", "http://127.0.0.1:8080/demo/app"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://[::1]:3000", "http://[::1]:3000"),
    ],
)
def test_a_base_is_secure_or_on_this_machine(given: str, kept: str) -> None:
    assert checked_base(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "http://platform.example",
        "http://localhost.evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "//platform.example",
        "platform.example",
        "https://",
        "https://me:secret@platform.example",
        "https://platform.example?x=1",
        "https://platform.example#x",
        "https://platform.example/a b",
        "https://platform.example/a/../b",
        "",
    ],
)
def test_any_other_base_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r"^must "):
        checked_base(given)


@pytest.mark.parametrize("settings", [ActionSettings, FrontDoorSettings])
def test_a_setting_left_empty_is_none_and_a_broken_one_is_named(
    settings: type[ActionSettings | FrontDoorSettings], monkeypatch: pytest.MonkeyPatch
) -> None:
    field = settings.model_fields["platform_url"]
    setting: TypeAdapter[str | None] = TypeAdapter(PlatformBase)
    monkeypatch.setenv("LOTSE_PLATFORM_URL", "http://platform.example")

    assert (setting.validate_python(""), field.default) == (None, None)
    with pytest.raises(ValidationError, match=r"LOTSE_PLATFORM_URL\n.*must begin with https"):
        settings()


HOSTILE = [
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\tscript:alert(1)",
    " https://platform.example/x",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "https://evil.example/settings",
    "https://platform.example.evil.example/",
    "https://platform.example@evil.example/",
    "https://platform.example:1@evil.example/",
    "https://platform.example\\@evil.example/",
    "http://platform.example/settings",
    "//platform.example/settings",
    "/settings/payouts",
    "https://platform.example",
    "https://platform.example//evil.example",
    "https://platform.example/a/../b",
    "https://platform.example/a/%2e%2e/b",
    'https://platform.example/"><script>alert(1)</script>',
    "https://platform.example/a\nb",
    "https://platform.example/\u202eabc",
    "https://platform.example/" + "a" * 2000,
    "",
]


@pytest.mark.parametrize("url", HOSTILE)
def test_what_is_no_page_of_the_platform_leads_nowhere(url: str) -> None:
    assert not leads_to(BASE, url)


def test_a_base_with_a_path_holds_only_what_is_under_it() -> None:
    base = "http://127.0.0.1:8080/demo/app"

    assert leads_to(base, f"{base}/settings/payouts?from=chat#top")
    assert not leads_to(base, "http://127.0.0.1:8080/console")
    assert not leads_to(base, "http://127.0.0.1:8080/demo/application/x")
