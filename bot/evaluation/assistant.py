"""A trained model behind the same entrance that messages of customers take."""

import asyncio
import logging
import os
import time
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.utils.log_utils import configure_structlog

from bot.evaluation.mentions import Found
from bot.evaluation.quality import UNCLEAR, Judged
from bot.evaluation.rows import Labelled, Marked

# Where `today` is meant, as in config.yml.
_ZONE = ZoneInfo("Europe/Berlin")
# The first messages pay for what is loaded late, as they do in the product's start.
_WARM_UP = ("Hallo", "Where is my payout PO-48213 of $20 from yesterday?")

UNREAD = {
    "intent": {"name": UNCLEAR, "confidence": 0.0},
    "intent_ranking": [],
    "entities": [],
}


class Assistant:
    """Understands messages one by one, and measures how long that takes."""

    def __init__(self, model: Path) -> None:
        """Load the model; nothing else is started."""
        configure_structlog(logging.ERROR)  # else Rasa prints every message
        self._agent = Agent.load(model)
        self._loop = asyncio.new_event_loop()
        for text in _WARM_UP:
            self._parsed(text, "")

    @property
    def intents(self) -> list[str]:
        """What a message can be meant as; a model of understanding alone names none."""
        known = self._agent.domain.intents if self._agent.domain else []
        return [name for name in known if name != UNCLEAR]

    def judge(self, rows: Iterable[Labelled]) -> Iterator[Judged]:
        """Each row with what the model makes of it."""
        for row in rows:
            parsed, seconds = self._parsed(row.text, row.language)
            told = parsed["intent"]
            guesses = [it for it in parsed["intent_ranking"] if it["name"] != UNCLEAR]
            best = guesses[0] if guesses else told
            yield Judged(
                row.language,
                row.text,
                row.intent,
                told["name"],
                guess=best["name"],
                confidence=float(best["confidence"]),
                seconds=seconds,
            )

    def mentions(self, rows: Iterable[Marked]) -> Iterator[Found]:
        """Each row with what the model finds in it."""
        for row in rows:
            parsed, _ = self._parsed(row.text, row.language)
            found = tuple((it["entity"], str(it["value"])) for it in parsed["entities"])
            yield Found(row, found)

    def _parsed(self, text: str, language: str) -> tuple[dict[str, Any], float]:
        if text.lstrip().startswith("/"):  # our channel takes it for no language, Rasa would run it
            return UNREAD, 0.0
        message = UserMessage(text, metadata={"language": language} if language else {})
        processor = self._agent.processor
        assert processor is not None
        begin = time.perf_counter()
        parsed = self._loop.run_until_complete(processor.parse_message(message))
        return parsed, time.perf_counter() - begin


def pretend_today(day: date) -> None:
    """Let `yesterday` and its like be counted from this day, by the offset of the demo's clock."""
    now = datetime.now(_ZONE)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=_ZONE)
    os.environ["LOTSE_CLOCK_OFFSET_S"] = str((noon - now) / timedelta(seconds=1))
