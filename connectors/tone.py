"""The second look at a message, beside the event loop: it is arithmetic, not waiting."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from handoff.domain.people import Language
from handoff.domain.tone import ToneFinding
from tone.checker import Checker
from tone.rules import Rules, load_rules


def _one_thread() -> ThreadPoolExecutor:
    """The checkers' words are not made for several at a time."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="tone")


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Rules and checkers of both languages, made once."""

    rules: Rules
    checkers: Mapping[Language, Checker]
    thread: ThreadPoolExecutor = field(default_factory=_one_thread)

    @classmethod
    def of(cls, file: Path) -> Self:
        """ToneError when the file breaks a rule."""
        rules = load_rules(file)
        return cls(rules, {language: Checker(rules, language.value) for language in Language})

    async def look(self, text: str, language: Language, *, first: bool) -> tuple[ToneFinding, ...]:
        """What is worth a second look, in the order of the text."""
        loop, checker = asyncio.get_running_loop(), self.checkers[language]
        found = await loop.run_in_executor(self.thread, lambda: checker.check(text, first=first))
        return tuple(
            ToneFinding(
                kind=each.kind,
                start=each.start,
                end=each.end,
                hint=each.hint,
                explanation={
                    Language.DE: self.rules.explanations[each.kind].de,
                    Language.EN: self.rules.explanations[each.kind].en,
                },
            )
            for each in found
        )
