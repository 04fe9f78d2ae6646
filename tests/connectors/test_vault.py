"""What is sealed opens with the right key, at the right place, unchanged; else not at all."""

import base64

import pytest

from connectors.vault import SealingVault
from handoff.domain.errors import Unavailable

OLD, NEW = (base64.urlsafe_b64encode(bytes([n]) * 32).decode() for n in (1, 2))
TEXT = "meine IBAN ist DE89 3704 0044 0532 0130 00 😀"


def test_what_is_sealed_can_be_opened_again() -> None:
    vault = SealingVault.of([NEW])

    assert vault.open(vault.seal(TEXT, "a:1"), "a:1") == TEXT


def test_a_sealed_text_shows_nothing_and_no_two_are_alike() -> None:
    vault = SealingVault.of([NEW])

    one, other = vault.seal(TEXT, "a:1"), vault.seal(TEXT, "a:1")

    assert one != other
    assert b"DE89" not in one


def test_after_the_key_was_changed_older_texts_still_open() -> None:
    sealed = SealingVault.of([OLD]).seal(TEXT, "a:1")

    assert SealingVault.of([NEW, OLD]).open(sealed, "a:1") == TEXT


def test_another_key_opens_nothing() -> None:
    sealed = SealingVault.of([OLD]).seal(TEXT, "a:1")

    with pytest.raises(Unavailable):
        SealingVault.of([NEW]).open(sealed, "a:1")


@pytest.mark.parametrize("place", ["a:2", "b:1", ""])
def test_a_text_that_was_moved_to_another_message_stays_shut(place: str) -> None:
    vault = SealingVault.of([NEW])

    with pytest.raises(Unavailable):
        vault.open(vault.seal(TEXT, "a:1"), place)


def test_a_text_that_was_changed_stays_shut() -> None:
    vault = SealingVault.of([NEW])
    sealed = bytearray(vault.seal(TEXT, "a:1"))
    for changed in (sealed[:-1], sealed[:5], bytes(sealed[:20]) + b"x" + bytes(sealed[21:]), b""):
        with pytest.raises(Unavailable):
            vault.open(bytes(changed), "a:1")


@pytest.mark.parametrize("key", ["", "short", "x" * 44, base64.b64encode(bytes(16)).decode()])
def test_a_key_that_is_none_is_refused_without_being_named(key: str) -> None:
    with pytest.raises(ValueError, match="32 bytes") as refused:
        SealingVault.of([key])

    assert not key or key not in str(refused.value)
