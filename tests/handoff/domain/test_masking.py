"""What is masked, and above all what is not."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff.domain.masking import BULLET, Kind, bare, mask
from handoff.domain.masking.cards import luhn
from handoff.domain.masking.papers import icao

LIMIT_S = 0.05
SIZE = 64 * 1024

SENSITIVE = [
    # cards
    ("Meine Karte 4242 4242 4242 4242 geht nicht", "Meine Karte •••• •••• •••• 4242 geht nicht"),
    ("4111111111111111", "••••••••••••1111"),
    ("4111-1111-1111-1111", "••••-••••-••••-1111"),
    ("4111.1111.1111.1111", "••••.••••.••••.1111"),
    ("4111  1111  1111  1111", "••••  ••••  ••••  1111"),
    ("Karte4111111111111111", "Karte••••••••••••1111"),
    ("4111\u00a01111\u00a01111\u00a01111", "••••\u00a0••••\u00a0••••\u00a01111"),
    ("41111111 11111111", "•••••••• ••••1111"),
    ("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "• • • • • • • • • • • • 1 1 1 1"),
    ("41 11 11 11 11 11 11 11", "•• •• •• •• •• •• 11 11"),
    ("4111\u200b1111\u200b1111\u200b1111", "••••\u200b••••\u200b••••\u200b1111"),
    ("４１１１１１１１１１１１１１１１", "••••••••••••１１１１"),
    ("378282246310005", "•••••••••••0005"),
    ("3782 822463 10005", "•••• •••••• •0005"),
    ("5555 5555 5555 4444", "•••• •••• •••• 4444"),
    ("2223003122003222", "••••••••••••3222"),
    ("6011111111111117", "••••••••••••1117"),
    ("3530111333300000", "••••••••••••0000"),
    ("30569309025904", "••••••••••5904"),
    ("1234 4242 4242 4242 4242", "1234 •••• •••• •••• 4242"),
    ("5123 4242 4242 4242 4242", "5123 •••• •••• •••• 4242"),
    ("4242 4242 4242 4242 12/27 123", "•••• •••• •••• 4242 12/27 •••"),
    ("4242424242424242, 12/2027, 123", "••••••••••••4242, 12/2027, •••"),
    ("a 4242424242424242 b 4111111111111111", "a ••••••••••••4242 b ••••••••••••1111"),
    # accounts
    ("DE89 3704 0044 0532 0130 00", "DE89 •••• •••• •••• ••30 00"),
    ("DE89370400440532013000", "DE89••••••••••••••3000"),
    ("de89 3704 0044 0532 0130 00 ist mein Konto", "de89 •••• •••• •••• ••30 00 ist mein Konto"),
    ("DE89-3704-0044-0532-0130-00", "DE89-••••-••••-••••-••30-00"),
    ("IBAN:GB29NWBK60161331926819.", "IBAN:GB29••••••••••••••6819."),
    ("FR14 2004 1010 0505 0001 3M02 606", "FR14 •••• •••• •••• •••• •••2 606"),
    ("NO9386011117947", "NO93•••••••7947"),
    ("MT84MALT011000012345MTLCAST001S", "MT84•••••••••••••••••••••••001S"),
    # papers
    ("L01X00T471", "••••••••71"),
    ("Meine Ausweisnummer lautet L01X00T47", "Meine Ausweisnummer lautet •••••••47"),
    ("my passport number is 925076473", "my passport number is •••••••73"),
    ("Reisepass: C01X0006H", "Reisepass: •••••••6H"),
    ("C01X0006H is my passport", "•••••••6H is my passport"),
    ("ID number: AB123456", "ID number: ••••••56"),
    ("IDD<<L01X00T471<<<<<<<<<<<<<<<", "•••<<••••••••••<<<<<<<<<<<<<<<"),
    # taxes
    ("meine Steuer-ID ist 86095742719", "meine Steuer-ID ist •••••••••19"),
    ("86 095 742 719", "•• ••• ••• •19"),
    ("Steuernummer 123/456/78901", "Steuernummer •••/•••/•••01"),
    ("my tax id: 123456789", "my tax id: •••••••89"),
    ("my SSN is 078 05 1120", "my SSN is ••• •• ••20"),
    ("078-05-1120", "•••-••-••20"),
    ("Sozialversicherungsnummer 15070649C103", "Sozialversicherungsnummer ••••••••••03"),
    # what opens an account
    ("my password is hunter2", "my password is ••••••••"),
    ("Mein Passwort ist Sommer2026!", "Mein Passwort ist ••••••••!"),
    ("Passwort: geheim", "Passwort: ••••••••"),
    ("password=correct-horse and it fails", "password=•••••••• and it fails"),
    (
        "Mein Kennwort lautet Sonnenblume, bitte prüfen",
        "Mein Kennwort lautet ••••••••, bitte prüfen",
    ),
    ("My password is sunshine.", "My password is ••••••••."),
    ("TAN 123456", "TAN ••••••"),
    ("Code: 482913", "Code: ••••••"),
    ("Der Sicherheitscode ist 482 913", "Der Sicherheitscode ist ••• •••"),
    ("my verification code is 482913", "my verification code is ••••••"),
    ("482913 is my code", "•••••• is my code"),
    ("Code G-482913", "Code G-••••••"),
    ("PIN 4711", "PIN ••••"),
    ("CVC 123", "CVC •••"),
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJsZW5hIn0.c2lnbmF0dXJl", "••••••••"),
    ("key sk_live_4eC39HqLyjWDarjtT1zdp7dc", "key ••••••••"),
    ("Authorization: Bearer abcdef0123456789abcdef", "Authorization: Bearer ••••••••"),
    ("https://x.example/?token=a1b2c3d4e5f6a7b8", "https://x.example/?token=••••••••"),
    ("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----", "••••••••"),
]

INNOCENT = [
    "Wo bleibt PO-48213?",
    "PO-70052, PO-70077 und PR-2204",
    "PO-4821 3704 0044",
    "640,00 € am 24.11.2026",
    "1.234.567,89 EUR",
    "2.310,00 € und 1,120.50 $",
    "24.11.2026 24.11.2027",
    "2026-11-24 2026-11-25 2026-11-26",
    "2026-11-24T15:04:05.123456+01:00",
    "+49 170 1234567",
    "+49 1512 3456789",
    "0170 1234567 oder 0049 170 1234567",
    "+1 (555) 123-4567",
    "030/123456-78",
    "550e8400-e29b-41d4-a716-446655440000",
    "41111111-1111-4111-8111-111111111111",
    "token: 550e8400-e29b-41d4-a716-446655440000",
    "4242 4242 4242 4241",
    "1234567890123456",
    "DE89 3704 0044 0532 0130 01",
    "DE89 3704",
    "Meine USt-IdNr. ist DE123456789",
    "VAT ID DE136695976",
    "at 10 o'clock on monday i will be there with friends",
    "es 24 horas al dia siempre abierto para ustedes",
    "Ich habe mein Passwort vergessen",
    "Mein Passwort ist falsch",
    "My password is not working any more",
    "my password is expired.",
    "password reset does not arrive",
    "The password is really hard to remember",
    "error code 50012",
    "Fehlercode 404123",
    "postal code 10115",
    "Postcode 10115",
    "sort code 20-00-00",
    "promo code 123456",
    "code 1,200.50",
    "Mein Ausweis wurde am 24.11.2026 abgelehnt, PO-60318",
    "Mein Ausweis wurde abgelehnt, seit 3 Tagen",
    "passport rejected, call +49 170 1234567",
    "ID card from 24112026",
    "Pass auf, 640 Euro fehlen",
    "KLRTVWXYZ5 steht da",
    "VERSICHERUNG",
    "L-1001",
    "86095742718",
    "49170123456",
    "000-12-3456 und 666-12-3456",
    "I need a token of appreciation",
    "secret of the success",
    "Rechnung 2026-000123",
    "Ich warte seit 10 Tagen auf 3 Auszahlungen: 640, 700 und 800 Euro",
    "👩‍💻 hello 😀",
    "",
]


@pytest.mark.parametrize(("said", "shown"), SENSITIVE)
def test_what_is_sensitive_is_masked_and_keeps_its_shape(said: str, shown: str) -> None:
    assert mask(said).text == shown


@pytest.mark.parametrize("said", INNOCENT)
def test_what_support_needs_to_read_stays_as_it_is(said: str) -> None:
    masked = mask(said)

    assert (masked.text, masked.kinds, masked.original) == (said, (), None)


def test_every_kind_is_named_once() -> None:
    said = (
        "4242424242424242 4111111111111111 DE89370400440532013000 L01X00T471 86095742719 "
        "password: hunter2 TAN 123456 sk_live_4eC39HqLyjWDarjtT1zdp7dc"
    )

    kinds = mask(said).kinds

    assert set(kinds) == set(Kind)
    assert len(kinds) == len(Kind)


def test_what_an_agent_may_need_is_kept_without_what_nobody_needs() -> None:
    original = mask("DE89370400440532013000, card 4242424242424242, password: hunter2").original

    assert original == "DE89370400440532013000, card ••••••••••••4242, password: ••••••••"


@pytest.mark.parametrize("said", ["4242424242424242", "TAN 123456", "password: hunter2"])
def test_of_cards_codes_and_passwords_nothing_is_kept(said: str) -> None:
    assert mask(said).original is None


@pytest.mark.parametrize(
    "said",
    ["4242 4242 4242 4242", "IBAN: DE89 3704 0044 0532 0130 00", "TAN 123456", "L01X00T471."],
)
def test_a_message_that_is_nothing_but_a_number_is_bare(said: str) -> None:
    assert bare(mask(said).text)


@pytest.mark.parametrize(
    "said", ["Wo ist PO-48213?", "Ist DE89 3704 0044 0532 0130 00 gespeichert?", "640 €", ""]
)
def test_a_message_that_asks_something_is_not_bare(said: str) -> None:
    assert not bare(mask(said).text)


DIGITS = st.text("0123456789", min_size=1, max_size=18)
GAPS = st.sampled_from(["", " ", "-", "\u00a0"])


@given(st.text("0123456789", min_size=15, max_size=15), GAPS)
def test_every_visa_number_is_masked_but_for_its_end(digits: str, gap: str) -> None:
    body = "4" + digits[:14]
    number = next(body + str(last) for last in range(10) if luhn(body + str(last)))
    said = gap.join(number[at : at + 4] for at in range(0, 16, 4))

    masked = mask(said)

    assert masked.kinds == (Kind.CARD,)
    assert masked.text == gap.join(("••••", "••••", "••••", number[-4:]))


@given(st.integers(0, 10**18 - 1), GAPS)
def test_every_german_iban_is_masked(account: int, gap: str) -> None:
    bban = f"{account:018}"
    iban = f"DE{98 - int(bban + '131400') % 97:02}{bban}"
    said = gap.join(iban[at : at + 4] for at in range(0, 22, 4))

    masked = mask(said)

    assert Kind.IBAN in masked.kinds
    assert masked.text.startswith(iban[:4])
    assert iban[4:18] not in masked.text.replace(gap, "")


@given(st.text("0123456789CFGHJKLMNPRTVWXYZ", min_size=8, max_size=8))
def test_every_german_paper_with_its_check_digit_is_masked(rest: str) -> None:
    serial = "L" + rest
    if sum(map(str.isdigit, serial)) < 3:
        return

    assert Kind.IDENTITY_PAPER in mask(f"{serial}{icao(serial)}").kinds


@given(st.text(max_size=200))
def test_masking_what_is_masked_changes_nothing(said: str) -> None:
    once = mask(said).text

    assert mask(once).text == once


@given(st.lists(st.sampled_from([said for said, _ in SENSITIVE] + INNOCENT), max_size=4))
def test_masking_many_things_twice_changes_nothing_either(said: list[str]) -> None:
    once = mask("\n".join(said)).text

    assert mask(once).text == once


@given(st.lists(st.sampled_from(INNOCENT), max_size=6))
def test_innocent_lines_stay_innocent_together(said: list[str]) -> None:
    assert mask("\n".join(said)).text == "\n".join(said)


@given(DIGITS.map(lambda digits: f"PO-{digits[:9]}"))
def test_a_payout_reference_is_never_masked(reference: str) -> None:
    assert mask(f"{reference} password reset").text == f"{reference} password reset"


@given(st.uuids())
def test_an_id_is_never_masked(it: object) -> None:
    assert mask(f"id {it}").kinds == ()


@given(st.text(max_size=100))
def test_whatever_is_said_can_be_masked(said: str) -> None:
    masked = mask(said)

    assert (BULLET in masked.text) >= bool(masked.kinds)


def _repeated(piece: str) -> str:
    return (piece * (SIZE // len(piece) + 1))[:SIZE]


HOSTILE: dict[str, Callable[[], str]] = {
    "one long number": lambda: "4" * SIZE,
    "digits apart": lambda: _repeated("4 "),
    "pairs apart": lambda: _repeated("42 "),
    "fours apart": lambda: _repeated("4242 "),
    "fours with dashes": lambda: _repeated("4242-"),
    "fours wide apart": lambda: _repeated("4242   "),
    "cards that fail": lambda: _repeated("4242424242424241 "),
    "cards that hold": lambda: _repeated("4242424242424242 "),
    "beginnings of IBANs": lambda: _repeated("DE89 "),
    "IBANs that fail": lambda: _repeated("DE89370400440532013001 "),
    "long IBANs that fail": lambda: _repeated("MT84 "),
    "IBANs that hold": lambda: _repeated("DE89370400440532013000 "),
    "serials": lambda: _repeated("L01X00T470 "),
    "capitals": lambda: "L" * SIZE,
    "machine readable": lambda: "<" * SIZE,
    "passports": lambda: _repeated("passport "),
    "papers without end": lambda: _repeated("ausweis"),
    "tax": lambda: _repeated("tax id 1 2 3 4 "),
    "tax ids": lambda: _repeated("86095742718 "),
    "passwords": lambda: _repeated("password "),
    "passwords said": lambda: _repeated("password is x "),
    "passwords in words": lambda: _repeated("password is house "),
    "codes": lambda: _repeated("code "),
    "codes of a kind": lambda: _repeated("sicherheits-"),
    "hyphens": lambda: "-" * SIZE,
    "spaces": lambda: " " * SIZE,
    "tokens": lambda: "eyJ" + "a" * SIZE,
    "token beginnings": lambda: _repeated("eyJaaaaaaaa."),
    "named tokens": lambda: _repeated("token "),
    "keys": lambda: _repeated("-----BEGIN PRIVATE KEY-----"),
    "hex": lambda: _repeated("0123456789abcdef-"),
    "zero width": lambda: "4" + "\u200b" * SIZE,
    "bullets": lambda: BULLET * SIZE,
    "letters": lambda: "a" * SIZE,
    "emoji": lambda: "😀" * SIZE,
    "words": lambda: _repeated("Wo bleibt meine Auszahlung? "),
}


@pytest.mark.parametrize("which", list(HOSTILE))
def test_hostile_text_costs_little_time(which: str) -> None:
    said, took = HOSTILE[which](), []
    for _ in range(5):
        began = time.process_time()
        mask(said)
        took.append(time.process_time() - began)

    assert min(took) <= LIMIT_S
