"""What an action answers: responses by name, things to show, and whom to hand over to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from actions.turn import Said

Button = Mapping[str, str]
SHOWN = frozenset({"article", "links", "payout"})


@dataclass(slots=True)
class Reply:
    """Collects an answer. The words of a response are the domain's, never ours."""

    said: list[dict[str, Any]] = field(default_factory=list)
    slots: dict[str, Any] = field(default_factory=dict)
    hands_over: bool = False

    def say(self, response: str, values: Mapping[str, str] | None = None, *buttons: Button) -> Self:
        """Say a response of the domain."""
        self.said.append({"response": response, "buttons": list(buttons), **(values or {})})
        return self

    def show(self, part: str, content: Mapping[str, Any] | str | None) -> Self:
        """Show a payout, an article or the like; nothing where there is none."""
        if content is not None:
            self.said.append({"json_message": {part: content}})
        return self

    def repeat(self, said: Iterable[Said]) -> Self:
        """Say and show once more what was said and shown, but hand nobody over again."""
        for each in said:
            shown = {part: what for part, what in each.custom.items() if part in SHOWN}
            if each.text or shown:
                message = {"text": each.text, "buttons": list(each.buttons)}
                self.said.append({**message, "json_message": shown or None})
        return self

    def hand_over(self, response: str, reason: str, rule: str | None = None) -> Self:
        """Say that a person takes over, and mark it for the front door."""
        self.hands_over = True
        return self.say(response).show("handoff", {"reason": reason, "rule": rule})

    def remember(self, slot: str, value: Any) -> Self:
        """Keep a value for the turns to come."""
        self.slots[slot] = value
        return self


def by_rule(reply: Reply, rule: str | None) -> Reply:
    """Hand over after the answer where a rule asks for a person."""
    return reply.hand_over("utter_handing_over_rule", "rule", rule) if rule else reply
