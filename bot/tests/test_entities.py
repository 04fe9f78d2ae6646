"""What a message names, in any spelling."""

import time
from datetime import date

import pytest
from bot.components.entities import Mentions, mentions
from rasa.shared.nlu.training_data.message import Message

TUESDAY = date(2026, 11, 24)


def named(text: str, entity: str) -> list[str]:
    """The values of one kind that a text names."""
    return [found.value for found in mentions(text, TUESDAY) if found.entity == entity]


@pytest.mark.parametrize(
    "text",
    [
        "PO-48213",
        "po 48213",
        "PO48213",
        "#PO-48213",
        "po–48213",
        "P.O. 48213",
        "Auszahlung 48213",
        "auszahlung nr. 48213",
        "Auszahlungsnummer: 48213",
        "payout no. 48213",
        "Wo ist payout #48213?",
        "48213",
        "#48213!",
    ],
)
def test_a_payout_is_found_in_any_spelling(text: str) -> None:
    assert named(text, "payout_reference") == ["PO-48213"]


@pytest.mark.parametrize(
    "text",
    ["PO-123", "PO-123456789", "Depot 48213", "am 48213 Tag", "Auszahlung 12000 €", "Expo 48213"],
)
def test_other_numbers_are_no_payouts(text: str) -> None:
    assert named(text, "payout_reference") == []


@pytest.mark.parametrize("text", ["(po/60318)", "p o 60318 please"])
def test_odd_spellings_are_payouts_too(text: str) -> None:
    assert named(text, "payout_reference") == ["PO-60318"]


def test_several_payouts_are_found_in_their_order() -> None:
    assert named("PO-60318 oder PO48213?", "payout_reference") == ["PO-60318", "PO-48213"]


@pytest.mark.parametrize(
    ("text", "value"), [("PR-2204", "PR-2204"), ("Projekt 3310", "PR-3310"), ("pr 12", None)]
)
def test_projects_are_found(text: str, value: "str | None") -> None:
    assert named(text, "project") == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56 €", "1234.56 EUR"),
        ("EUR 1,234.56", "1234.56 EUR"),
        ("$1,500", "1500.00 USD"),
        ("£875.00", "875.00 GBP"),
        ("640 Euro", "640.00 EUR"),
        ("1.500 €", "1500.00 EUR"),
        ("1500,5 €", "1500.50 EUR"),
        ("1 234,50 €", "1234.50 EUR"),
        ("CHF 99.90", "99.90 CHF"),
        ("2.310.000,00 EUR", "2310000.00 EUR"),
        ("99 euro", "99.00 EUR"),
        ("640,- €", "640.00 EUR"),
    ],
)
def test_sums_of_both_notations_have_one_value(text: str, value: str) -> None:
    assert named(f"Es fehlen {text} bei mir", "amount") == [value]


@pytest.mark.parametrize("text", ["640", "5 Tage", "12.3.", "Version 1.2", "EUR", "europa 12"])
def test_numbers_without_currency_are_no_sums(text: str) -> None:
    assert named(text, "amount") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gestern", "2026-11-23"),
        ("vorgestern", "2026-11-22"),
        ("übermorgen", "2026-11-26"),
        ("the day before yesterday", "2026-11-22"),
        ("12.3.", "2026-03-12"),
        ("3.1.", "2027-01-03"),
        ("am 3.12.", "2026-12-03"),
        ("12.03.2026", "2026-03-12"),
        ("2026-11-02", "2026-11-02"),
        ("12/25/2026", "2026-12-25"),
        ("5/11/2026", "2026-11-05"),
        ("12. März 2025", "2025-03-12"),
        ("March 3rd, 2026", "2026-03-03"),
        ("3 March", "2026-03-03"),
        ("on Oct 5, 2026.", "2026-10-05"),
        ("31 Dec 2025", "2025-12-31"),
        ("Sept. 14th", "2026-09-14"),
        ("am 5. Okt. 2026", "2026-10-05"),
        ("May 3", "2026-05-03"),
        ("may 3rd", "2026-05-03"),
        ("sent in a week ago", "2026-11-17"),
        ("last Friday", "2026-11-20"),
        ("letzten Dienstag", "2026-11-17"),
        ("seit Montag", "2026-11-23"),
        ("next Friday", "2026-11-27"),
        ("am Freitag", "2026-11-27"),
        ("vor 3 Tagen", "2026-11-21"),
        ("two weeks ago", "2026-11-10"),
        ("in einem Monat", "2026-12-24"),
        ("letzte Woche", "2026-W47"),
        ("last month", "2026-10"),
        ("next year", "2027"),
    ],
)
def test_dates_are_understood_from_the_day_of_the_message(text: str, value: str) -> None:
    assert named(f"Das war {text}", "date") == [value]


@pytest.mark.parametrize(
    "text", ["31.02.2026", "Guten Morgen", "1.500", "99.99.", "12/2026", "may 3 people"]
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert named(text, "date") == []


def test_a_month_from_the_31st_ends_on_the_last_day() -> None:
    found = mentions("in 1 month", date(2026, 1, 31))

    assert [each.value for each in found] == ["2026-02-28"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("auf mein Bankkonto", "bank"),
        ("per PayPal", "paypal"),
        ("credit card", "card"),
        ("by SEPA", "sepa"),
        ("instant payout", "instant"),
    ],
)
def test_methods_have_one_name(text: str, value: str) -> None:
    assert named(text, "payout_method") == [value]


def test_of_two_overlapping_mentions_the_longer_counts() -> None:
    found = mentions("Auszahlung 48213 vom 12.3.2026", TUESDAY)

    assert [each.entity for each in found] == ["payout_reference", "date"]


@pytest.mark.parametrize(
    "piece",
    [
        *("PO-", "1.", "1.234.", "a", "morgen ", "12. ", " ", "€", "vor ", "1", "1 ", "640 € "),
        *("PO-48213 ", "po nr nr ", "1.1.", "#", "$1,", "(((", "in a in a ", "\u0130", "12/"),
    ],
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    text = (piece * 65_536)[:65_536]
    mentions(text[:1000], TUESDAY)

    took = min(_seconds(text) for _ in range(3))

    assert took <= 0.05, f"{took:.3f} s for {piece!r}"


def _seconds(text: str) -> float:
    begin = time.thread_time()
    mentions(text, TUESDAY)
    return time.thread_time() - begin


def test_the_component_adds_entities_with_their_places() -> None:
    message = Message({"text": "PO-48213 bitte"})

    Mentions("Europe/Berlin").process([message])

    [entity] = message.get("entities")
    assert entity == {
        "entity": "payout_reference",
        "value": "PO-48213",
        "start": 0,
        "end": 8,
        "extractor": "Mentions",
    }


def test_today_follows_the_clock_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    message = Message({"text": "heute"})
    plain = Message({"text": "heute"})

    Mentions("Europe/Berlin").process([plain])
    monkeypatch.setenv("LOTSE_CLOCK_OFFSET_S", str(10 * 86_400))
    Mentions("Europe/Berlin").process([message])

    days = [date.fromisoformat(each.get("entities")[0]["value"]) for each in (plain, message)]
    assert (days[1] - days[0]).days == 10


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("Auszahlungs-Nr. 48213", "payout_reference", "PO-48213"),
        ("P0-48213", "payout_reference", "PO-48213"),
        ("my payout number is 48213", "payout_reference", "PO-48213"),
        ("Pr.-Nr 3310", "project", "PR-3310"),
        ("$1.2k", "amount", "1200.00 USD"),
        ("2k €", "amount", "2000.00 EUR"),
        ("20 quid", "amount", "20.00 GBP"),
        ("03-11-2025", "date", "2025-11-03"),
        ("uebermorgen", "date", "2026-11-26"),
        ("naechste Woche", "date", "2026-W49"),
        ("vor zwoelf Tagen", "date", "2026-11-12"),
        ("Auszug November 2025", "date", "2025-11"),
        ("ueberweisung", "payout_method", "bank"),
        ("Pay-Pal", "payout_method", "paypal"),
        ("Visa Karte", "payout_method", "card"),
    ],
)
def test_spellings_of_strangers_are_understood(text: str, entity: str, value: str) -> None:
    assert named(text, entity) == [value]


@pytest.mark.parametrize("text", ["2025", "Rechnung 2025", "tax year 2025", "im Jahr 2025"])
def test_a_bare_year_names_nothing(text: str) -> None:
    assert mentions(text, TUESDAY) == []
