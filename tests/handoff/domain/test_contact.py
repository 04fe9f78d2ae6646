"""Addresses, numbers and times that customers leave."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.hours import OpeningHours
from handoff.domain import letters
from handoff.domain.contact import NOTICE, SLOT, SLOTS, address, call_back_times, phone
from handoff.domain.errors import Invalid
from handoff.domain.people import Language
from tests.handoff.domain.examples import MONDAY

HOURS = OpeningHours.load(Path(__file__).parents[3] / "data" / "hours.yml")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" kim@example.org ", "kim@example.org"),
        ("Kim.Lee+lotse@Mail.Example.ORG", "Kim.Lee+lotse@mail.example.org"),
        ("kim@bücher.example", "kim@xn--bcher-kva.example"),
    ],
)
def test_an_address_is_kept_as_it_is_written_to(text: str, kept: str) -> None:
    assert address(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "kim",
        "kim@",
        "@example.org",
        "kim@localhost",
        "kim lee@example.org",
        "kim..lee@example.org",
        "kim@example..org",
        "kim@-example.org",
        "kim@example.org\r\nBcc: all@example.org",
        "kim@example.org, bo@example.org",
        "Kim <kim@example.org>",
        "kim\0@example.org",
        f"{'k' * 65}@example.org",
        f"kim@{'example.' * 40}org",
    ],
)
def test_what_is_no_address_is_refused_with_the_rule(text: str) -> None:
    with pytest.raises(Invalid, match="must be an e-mail address"):
        address(text)


@given(st.text(max_size=300))
def test_no_address_ever_holds_what_could_end_a_header(text: str) -> None:
    try:
        kept = address(text)
    except Invalid:
        return
    assert kept.isascii()
    assert kept.isprintable()
    assert " " not in kept
    assert address(kept) == kept


def test_a_number_is_kept_as_digits() -> None:
    assert phone(" +49 (30) 123-45.67 ") == "+49301234567"
    assert phone("030/1234567") == "0301234567"


@pytest.mark.parametrize("text", ["", "12345", "1" * 16, "call me", "++4930123456", "+49 30 x"])
def test_what_is_no_number_is_refused_with_the_rule(text: str) -> None:
    with pytest.raises(Invalid, match="6 to 15 digits"):
        phone(text)


def test_calls_are_promised_in_opening_hours_only_and_not_at_once() -> None:
    times = call_back_times(HOURS.is_open, MONDAY)

    assert len(times) == SLOTS
    assert times[0] >= MONDAY + NOTICE
    assert all(HOURS.is_open(at) for at in times)
    assert all(HOURS.is_open(at + SLOT - timedelta(seconds=1)) for at in times)
    assert list(times) == sorted(set(times))
    assert all(at.minute in {0, 30} and at.second == 0 for at in times)


def test_where_nobody_is_ever_there_nothing_is_promised() -> None:
    assert call_back_times(lambda _at: False, MONDAY) == ()


@pytest.mark.parametrize("language", list(Language))
def test_mails_name_the_case_and_keep_braces_of_those_who_wrote(language: Language) -> None:
    told = letters.answer(language, "L-7", "Amira", ["{case} {0}", "Bye"], "https://x/chat#t")

    assert "L-7" in told.subject
    assert "{case} {0}\n\nBye" in told.text
    assert "https://x/chat#t" in told.text
    assert "L-7" in letters.confirmation(language, "L-7").text
    assert "{" not in letters.confirmation(language, "L-7").text
