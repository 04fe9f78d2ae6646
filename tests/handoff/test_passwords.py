"""Passwords are checked slowly on purpose, and nobody else waits for it."""

import asyncio
import time

from argon2 import PasswordHasher

from handoff.storage.passwords import Argon2Passwords

SLOW = PasswordHasher(time_cost=12)


async def test_while_a_password_is_checked_everybody_else_is_served() -> None:
    passwords = Argon2Passwords(hasher=SLOW)
    hashed, waits, loop = passwords.hashed("right"), [0.0], asyncio.get_running_loop()
    began = time.perf_counter()

    checked = asyncio.create_task(passwords.matches(hashed, "right"))
    last = loop.time()
    while not checked.done():
        await asyncio.sleep(0.001)
        waits.append(loop.time() - last)
        last = loop.time()

    assert await checked
    assert max(waits) < (time.perf_counter() - began) / 2
    assert len(waits) > 5


async def test_only_the_right_password_matches_and_nobody_has_one() -> None:
    passwords = Argon2Passwords(hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    hashed = passwords.hashed("right")

    tried = [
        await passwords.matches(hashed, "right"),
        await passwords.matches(hashed, "wrong"),
        await passwords.matches(None, "nobody has this"),
        await passwords.matches("no hash", "right"),
    ]

    assert tried == [True, False, False, False]
