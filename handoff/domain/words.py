"""The words agents read: cases, states, reasons and rules in German and English."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from handoff.domain.packet import Priority, Reason, UrgencyLevel


class Words(NamedTuple):
    """The same thing said in each language of the agents."""

    de: str
    en: str


CASES: Mapping[str, Words] = MappingProxyType(
    {
        "ask_payout_status": Words("Stand einer Auszahlung", "status of a payout"),
        "report_payout_problem": Words("Problem mit einer Auszahlung", "problem with a payout"),
        "ask_payout_schedule": Words("Rhythmus der Auszahlungen", "payout schedule"),
        "ask_fees": Words("Gebühren", "fees"),
        "change_payout_method": Words("Auszahlungsmethode ändern", "change of payout method"),
        "ask_identity_check": Words("Identitätsprüfung", "identity check"),
        "ask_tax_info": Words("Steuerangaben", "tax data"),
        "ask_invoice": Words("Rechnung oder Beleg", "invoice or receipt"),
        "ask_milestone": Words("Meilenstein", "milestone"),
        "open_dispute": Words("Streitfall", "dispute"),
        "ask_refund": Words("Rückerstattung", "refund"),
        "ask_proposal": Words("Angebote und Aufträge finden", "proposals and finding work"),
        "ask_hiring": Words("Beauftragen von Freelancern", "hiring"),
        "ask_onboarding": Words("Erste Schritte", "getting started"),
        "update_profile": Words("Profil", "profile"),
        "account_locked": Words("Konto gesperrt", "account locked"),
        "reset_login": Words("Anmeldung", "sign-in"),
        "report_security": Words("Sicherheitsvorfall", "security incident"),
        "delete_account": Words("Konto oder Daten löschen", "closing the account or data erasure"),
        "report_technical_problem": Words("Technisches Problem", "technical problem"),
        "ask_support_hours": Words("Erreichbarkeit", "support hours"),
        "request_human": Words("Gespräch mit einer Person", "talking to a person"),
        "complain": Words("Beschwerde", "complaint"),
    }
)

REASONS: Mapping[Reason, Words] = MappingProxyType(
    {
        Reason.CUSTOMER_ASKED: Words("Wollte mit einer Person sprechen", "Asked for a person"),
        Reason.RULE: Words("Per Regel übergeben", "Handed over by rule"),
        Reason.BOT_FAILED_TWICE: Words(
            "Der Assistent verstand zweimal nicht", "The assistant did not understand twice"
        ),
        Reason.RISK: Words("Sicherheits- oder Risikofall", "Security or risk matter"),
        Reason.BOT_UNAVAILABLE: Words(
            "Der Assistent war nicht erreichbar", "The assistant was not available"
        ),
    }
)

RULES: Mapping[str, Words] = MappingProxyType(
    {
        "security_report": Words("Sicherheitsvorfall gemeldet", "security incident reported"),
        "account_locked": Words("Konto gesperrt", "account locked"),
        "anger": Words("Kunde ist verärgert", "customer is angry"),
        "payout_overdue": Words("Auszahlung überfällig", "payout overdue"),
        "payout_review_asked": Words("fragt nach laufender Prüfung", "asks about a running review"),
        "payout_risk_hold": Words("Auszahlung intern angehalten", "payout held internally"),
        "payout_second_return": Words("zweite Rückbuchung", "second return"),
        "payout_unknown_reason": Words("Auszahlung ohne bekannten Grund", "no known reason"),
        "payout_disputed": Words("Auszahlung strittig", "payout disputed"),
        "dispute": Words("Streitfall", "dispute"),
        "urgent_need": Words("dringende Notlage", "urgent need"),
    }
)

PRIORITIES: Mapping[Priority, Words] = MappingProxyType(
    {
        Priority.SECURITY: Words("Sicherheit geht vor allem", "security comes first"),
        Priority.STUCK: Words(
            "festsitzendes Geld, Identität oder Streit geht vor",
            "stuck money, identity or a dispute goes before the rest",
        ),
        Priority.REST: Words("übliche Reihenfolge", "usual order"),
    }
)

URGENCIES: Mapping[UrgencyLevel, Words] = MappingProxyType(
    {
        UrgencyLevel.LOW: Words("niedrig", "low"),
        UrgencyLevel.NORMAL: Words("normal", "normal"),
        UrgencyLevel.HIGH: Words("hoch", "high"),
        UrgencyLevel.CRITICAL: Words("kritisch", "critical"),
    }
)

SKILL_NAMES: Mapping[str, Words] = MappingProxyType(
    {
        "payouts": Words("jemanden für Auszahlungen", "somebody for payouts"),
        "identity": Words("jemanden für Identität und Steuern", "somebody for identity and tax"),
        "disputes": Words("jemanden für Streitfälle", "somebody for disputes"),
        "security": Words("jemanden für Sicherheit", "somebody for security"),
        "general": Words("irgendjemanden", "anybody"),
    }
)

SKILL_TOPICS: Mapping[str, Words] = MappingProxyType(
    {
        "payouts": Words("Auszahlungen", "payouts"),
        "identity": Words("Identität und Steuern", "identity and tax"),
        "disputes": Words("Streitfällen", "disputes"),
        "security": Words("Sicherheit", "security"),
        "general": Words("allgemeinen Fragen", "general questions"),
    }
)
"""What a skill is about, after "auskennen mit" and "knows"."""

PRESSING: Mapping[Priority, Words] = MappingProxyType(
    {
        Priority.SECURITY: Words("Sicherheit", "a security matter"),
        Priority.STUCK: Words("es steht etwas fest", "something is stuck"),
    }
)
"""Why a case does not wait in the usual order, in short."""

LANGUAGES: Mapping[str, Words] = MappingProxyType(
    {"de": Words("Deutsch", "German"), "en": Words("Englisch", "English")}
)

PAYOUT_STATES: Mapping[str, Words] = MappingProxyType(
    {
        "requested": Words("angefordert", "requested"),
        "under_review": Words("in Prüfung", "under review"),
        "on_hold": Words("angehalten", "on hold"),
        "processing": Words("in Bearbeitung", "processing"),
        "in_transit": Words("unterwegs", "in transit"),
        "paid": Words("ausgezahlt", "paid"),
        "returned": Words("zurückgekommen", "returned"),
        "failed": Words("fehlgeschlagen", "failed"),
        "canceled": Words("storniert", "canceled"),
    }
)


def said(table: Mapping[str, Words], name: str) -> Words:
    """The words for a name, or the name itself where there are none yet."""
    return table.get(name, Words(name, name))
