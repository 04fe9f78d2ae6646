"""Why a case goes where it goes, in each language of the agents."""

from collections.abc import Sequence

from handoff.domain.packet import Packet, Priority, Target
from handoff.domain.people import Agent
from handoff.domain.triage import UNCLEAR, matter
from handoff.domain.words import CASES, LANGUAGES, PRESSING, SKILL_TOPICS, Words, said


def routed_because(packet: Packet, priority: Priority, targets: Sequence[Target]) -> Words:
    """The sentence the packet keeps: what it is about, and who is asked in which order."""
    case = matter(packet.rule, packet.case_type)
    topic = said(CASES, case) if case else UNCLEAR
    extra = PRESSING.get(priority)
    steps = _steps(packet, targets)
    return Words(
        *(
            f"{_capital(about)}{f', {more}' if more else ''}: {who}."
            for about, more, who in zip(topic, extra or ("", ""), steps, strict=True)
        )
    )


def chosen(agent: Agent, target: Target, *, known: bool) -> Words:
    """Why this agent is offered the case."""
    who = _who(target, None)
    if known:
        return Words(
            f"{agent.name} kennt den Fall: hat diesen Kunden zuletzt betreut",
            f"{agent.name} knows the case: helped this customer last",
        )
    return Words(
        f"{agent.name} hat am ehesten Zeit ({who.de})",
        f"{agent.name} is the least busy ({who.en})",
    )


def _steps(packet: Packet, targets: Sequence[Target]) -> Words:
    first, *others = (_who(target, packet.language) for target in targets)
    de = first.de if not others else f"zuerst {first.de}"
    en = first.en if not others else f"{first.en} first"
    for before, then in zip(targets, others, strict=False):
        wait = _lasting(before.timeout_s or 0.0)
        de += f"; nach {wait.de} {then.de}"
        en += f"; after {wait.en} {then.en}"
    return Words(de, en)


def _who(target: Target, language: str | None) -> Words:
    """A target in words: the team, or anybody who knows something; then language and level."""
    spoken = target.languages or ((language,) if language else ())
    parts = [Words(target.team, target.team) if target.team else _anybody(target.skills)]
    if spoken:
        parts.append(_joined(" oder ", " or ", [said(LANGUAGES, one) for one in spoken]))
    if target.min_level > 1:
        parts.append(Words(f"Stufe {target.min_level}", f"level {target.min_level}"))
    return _joined(", ", ", ", parts)


def _anybody(skills: Sequence[str]) -> Words:
    if not skills:
        return Words("wer gerade da ist", "anybody who is there")
    topics = _joined(" und ", " and ", [said(SKILL_TOPICS, skill) for skill in skills])
    return Words(f"alle, die sich mit {topics.de} auskennen", f"anybody who knows {topics.en}")


def _joined(de: str, en: str, words: Sequence[Words]) -> Words:
    return Words(de.join(it.de for it in words), en.join(it.en for it in words))


def _lasting(seconds: float) -> Words:
    if seconds % 60:
        return Words(f"{seconds:g} Sekunden", f"{seconds:g} seconds")
    minutes = f"{seconds / 60:g}"
    if minutes == "1":
        return Words("einer Minute", "one minute")
    return Words(f"{minutes} Minuten", f"{minutes} minutes")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
