"""Only a token that the platform signed for us, lately and for a short time, is an identity."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from connectors.identity import LEEWAY_S, MAX_AGE_S, PlatformTokens
from handoff.domain.errors import InvalidIdentity
from handoff.domain.people import CustomerKind, Language

SECRET = "a secret of the platform, 32 bytes"
ISSUER = "https://platform.example"
TOKENS = PlatformTokens(audience="lotse", issuer=ISSUER, secret=SECRET)

ED = Ed25519PrivateKey.generate()
ED_PUBLIC = (
    ED.public_key()
    .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    .decode()
)
BOTH = PlatformTokens(audience="lotse", issuer=ISSUER, secret=SECRET, public_key=ED_PUBLIC)


def claims(**changes: Any) -> dict[str, Any]:
    """What the platform says of Lena; None takes a claim away."""
    now = int(time.time())
    usual = {
        "sub": "lena",
        "kind": "freelancer",
        "name": "Lena Brandt",
        "language": "de",
        "aud": "lotse",
        "iss": ISSUER,
        "iat": now,
        "exp": now + 300,
        "jti": "token-1",
    }
    return {name: value for name, value in {**usual, **changes}.items() if value is not None}


def signed(headers: dict[str, Any] | None = None, **changes: Any) -> str:
    """A token as the platform makes it, with changes."""
    return jwt.encode(claims(**changes), SECRET, "HS256", headers=headers)


def by_hand(header: dict[str, Any], body: dict[str, Any], signature: bytes = b"") -> str:
    """A token of any kind."""
    parts = [json.dumps(header).encode(), json.dumps(body).encode(), signature]
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)


def _hmac_with(key: str) -> str:
    """HS256 with somebody's public key as the secret, which libraries refuse to make."""
    unsigned = by_hand({"alg": "HS256", "typ": "JWT"}, claims()).rpartition(".")[0]
    digest = hmac.new(key.encode(), unsigned.encode(), hashlib.sha256).digest()
    return f"{unsigned}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


def _rs256() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(claims(), key, "RS256")


def test_a_token_of_the_platform_says_who_it_is() -> None:
    identity = TOKENS.check(signed())

    assert (identity.sub, identity.kind, identity.name) == (
        "lena",
        CustomerKind.FREELANCER,
        "Lena Brandt",
    )
    assert (identity.language, identity.token_id) == (Language.DE, "token-1")


def test_name_language_and_id_may_be_missing() -> None:
    token = signed(name=None, language=None, jti=None)

    identity = TOKENS.check(token)

    assert (identity.name, identity.language) == (None, None)


def test_without_an_id_each_token_is_still_told_apart() -> None:
    one, other = (TOKENS.check(signed(jti=None, sub=sub)) for sub in ("lena", "tom"))

    assert one.token_id != other.token_id


def test_a_signature_by_public_key_is_accepted_where_there_is_one() -> None:
    token = jwt.encode(claims(), ED, "EdDSA")

    assert BOTH.check(token).sub == "lena"


def test_our_clocks_may_differ_a_little() -> None:
    now = int(time.time())

    assert TOKENS.check(signed(iat=now + LEEWAY_S - 2)).sub == "lena"
    assert TOKENS.check(signed(iat=now - 100, exp=now - LEEWAY_S + 2)).sub == "lena"


NOW = int(time.time())
ATTACKS: dict[str, Callable[[], str]] = {
    "not a token": lambda: "lena",
    "empty": lambda: "",
    "two parts": lambda: signed().rpartition(".")[0],
    "truncated": lambda: signed()[:-4],
    "cut in the middle": lambda: signed()[: len(signed()) // 2],
    "no signature": lambda: signed().rpartition(".")[0] + ".",
    "alg none": lambda: by_hand({"alg": "none", "typ": "JWT"}, claims()),
    "alg None": lambda: by_hand({"alg": "None"}, claims()),
    "alg missing": lambda: by_hand({"typ": "JWT"}, claims()),
    "alg a list": lambda: by_hand({"alg": ["HS256"]}, claims()),
    "HS512": lambda: jwt.encode(claims(), SECRET * 2, "HS512"),
    "RS256": _rs256,
    "another secret": lambda: jwt.encode(claims(), "x" * 32, "HS256"),
    "our public key as secret": lambda: _hmac_with(ED_PUBLIC),
    "another public key": lambda: jwt.encode(claims(), Ed25519PrivateKey.generate(), "EdDSA"),
    "crit": lambda: signed({"crit": ["exp"]}),
    "jku": lambda: signed({"jku": "https://evil.example/keys"}),
    "jwk": lambda: signed({"jwk": {"kty": "oct", "k": "AAAA"}}),
    "x5u": lambda: signed({"x5u": "https://evil.example/cert"}),
    "x5c": lambda: signed({"x5c": ["AAAA"]}),
    "b64": lambda: by_hand({"alg": "HS256", "b64": True}, claims()),
    "expired": lambda: signed(iat=NOW - 600, exp=NOW - 60),
    "issued in the future": lambda: signed(iat=NOW + 3_600, exp=NOW + 3_900),
    "not valid yet": lambda: signed(nbf=NOW + 3_600),
    "exp too far": lambda: signed(iat=NOW, exp=NOW + MAX_AGE_S + 1),
    "iat long ago and exp now": lambda: signed(iat=NOW - MAX_AGE_S, exp=NOW + 60),
    "wrong audience": lambda: signed(aud="another service"),
    "audience missing": lambda: signed(aud=None),
    "wrong issuer": lambda: signed(iss="https://evil.example"),
    "issuer missing": lambda: signed(iss=None),
    "sub missing": lambda: signed(sub=None),
    "exp missing": lambda: signed(exp=None),
    "iat missing": lambda: signed(iat=None),
    "exp no number": lambda: signed(exp="soon"),
    "exp a float beyond time": lambda: by_hand({"alg": "HS256"}, claims(exp=1e300)),
    "sub empty": lambda: signed(sub=""),
    "sub too long": lambda: signed(sub="x" * 201),
    "sub with a line break": lambda: signed(sub="lena\nadmin"),
    "sub with NUL": lambda: signed(sub="lena\0"),
    "name with markup of direction": lambda: signed(name="Lena\u202e"),
    "name no text": lambda: signed(name={"first": "Lena"}),
    "jti no text": lambda: signed(jti=7),
    "kind missing": lambda: signed(kind=None),
    "kind visitor": lambda: signed(kind="visitor"),
    "kind a list": lambda: signed(kind=["freelancer"]),
    "unknown language": lambda: signed(language="fr"),
    "language a list": lambda: signed(language=["de"]),
}


@pytest.mark.parametrize("attack", list(ATTACKS))
def test_any_other_token_is_refused(attack: str) -> None:
    token = ATTACKS[attack]()

    with pytest.raises(InvalidIdentity):
        BOTH.check(token)


@pytest.mark.parametrize("attack", list(ATTACKS))
def test_a_refusal_never_shows_the_token(attack: str) -> None:
    token = ATTACKS[attack]()

    with pytest.raises(InvalidIdentity) as refused:
        BOTH.check(token)

    assert not token or token not in str(refused.value)
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    ("tokens", "algorithm"),
    [
        (PlatformTokens(audience="lotse", public_key=ED_PUBLIC), "HS256"),
        (PlatformTokens(audience="lotse", secret=SECRET), "EdDSA"),
        (PlatformTokens(audience="lotse"), "HS256"),
    ],
)
def test_an_algorithm_without_a_key_of_its_own_is_refused(
    tokens: PlatformTokens, algorithm: str
) -> None:
    token = signed() if algorithm == "HS256" else jwt.encode(claims(), ED, "EdDSA")

    with pytest.raises(InvalidIdentity):
        tokens.check(token)


@given(st.text(max_size=200))
def test_no_text_at_all_makes_it_fail_in_another_way(text: str) -> None:
    with pytest.raises(InvalidIdentity):
        TOKENS.check(text)
