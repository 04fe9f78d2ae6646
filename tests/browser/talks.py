"""All that an assistant can show, told by the scripted one."""

from typing import Any

from tests.handoff.door import Door

Json = dict[str, Any]

PAYOUT: Json = {
    "reference": "PO-48213",
    "state": "in_transit",
    "amount": "€640.00",
    "since": "2026-11-23",
    "expected_on": "2026-11-26",
    "method": "bank",
    "history": [
        {"state": "requested", "at": "2026-11-20T09:00:00Z"},
        {"state": "processing", "at": "2026-11-21T09:00:00Z"},
        {"state": "in_transit", "at": "2026-11-23T09:00:00Z"},
    ],
}
ARTICLE: Json = {
    "slug": "payout-fees",
    "language": "en",
    "title": "Which fees do I pay?",
    "url": "/help/en/payout-fees",
    "passage": "Freelancers pay a 10% service fee on released amounts.",
}
GUIDE: Json = {
    "slug": "write-a-brief",
    "language": "en",
    "title": "Write a brief",
    "steps": [{"id": "goal", "title": "The goal in two sentences", "done": False}],
}
HOSTILE = "<img src=x onerror=\"window.owned='{0}'\"><script>window.owned='{0}'</script>"
LINK = "javascript:window.owned='link'"


def hostile(field: str) -> str:
    """What would tell us which field let it run."""
    return HOSTILE.format(field)


def teach(door: Door) -> None:
    """Each kind of card on its word, and `everything bad` in every field of every card."""
    door.rasa.script |= {
        "payout?": [{"text": "It is on its way."}, {"custom": {"payout": PAYOUT}}],
        "fees?": [{"custom": {"article": ARTICLE}}],
        "which?": [
            {
                "text": "Which one?",
                "buttons": [
                    {"title": "PO-70052", "payload": "/one"},
                    {"title": "PO-70077", "payload": "/two"},
                ],
            }
        ],
        '/start_guide{"guide": "write-a-brief"}': [{"custom": {"guide": GUIDE}}],
        "everything bad": [
            {"text": hostile("text"), "buttons": [{"title": hostile("button"), "payload": "/x"}]},
            {"custom": {"payout": _bad_payout()}},
            {"custom": {"article": _bad_article()}},
        ],
    }


def _bad_payout() -> Json:
    bad = {name: hostile(name) for name in ("reference", "amount", "method")}
    return PAYOUT | bad


def _bad_article() -> Json:
    return ARTICLE | {"title": hostile("title"), "passage": hostile("passage"), "url": LINK}
