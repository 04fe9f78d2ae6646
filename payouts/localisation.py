"""How money, days and methods are written in the customer's language and time zone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_currency

from payouts.calendar import Window
from payouts.states import Method
from payouts.terms import DEFAULT_TERMS
from payouts.values import Profile

LANGUAGES = ("de", "en")

# Day before month in English too: customers are European, and a written month cannot be misread.
DAY_PATTERNS: Mapping[str, str] = {"de": "EEEE, d. MMMM", "en": "EEEE, d MMMM"}

QUOTES: Mapping[str, str] = {"de": "„{}“", "en": "“{}”"}

ANOTHER_NAME: Mapping[str, str] = {"de": "einen anderen Namen", "en": "another name"}

VERIFIED_NAME: Mapping[str, str] = {"de": "deinen geprüften Namen", "en": "your verified name"}

METHODS: Mapping[str, Mapping[str, str]] = {
    "de": {
        Method.SEPA: "SEPA-Überweisung",
        Method.SEPA_INSTANT: "SEPA-Echtzeitüberweisung",
        Method.ACH: "ACH-Überweisung",
        Method.WIRE: "Auslandsüberweisung",
        Method.LOCAL_BANK: "Banküberweisung",
        Method.PAYPAL: "PayPal",
        Method.CARD: "Karte",
    },
    "en": {
        Method.SEPA: "SEPA transfer",
        Method.SEPA_INSTANT: "instant SEPA transfer",
        Method.ACH: "ACH transfer",
        Method.WIRE: "wire transfer",
        Method.LOCAL_BANK: "bank transfer",
        Method.PAYPAL: "PayPal",
        Method.CARD: "card",
    },
}


@dataclass(frozen=True, slots=True)
class Local:
    """Writes for one customer; `today` decides whether a year has to be named."""

    language: str
    zone: tzinfo
    today: date

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount with its currency, with plain spaces so that it can be searched for."""
        written = format_currency(amount, currency, locale=self.language)
        return written.replace("\u00a0", " ")

    def day(self, day: date) -> str:
        """A calendar day with its weekday, and its year when that is another one."""
        pattern = DAY_PATTERNS[self.language]
        if day.year != self.today.year:
            pattern += " y"
        return format_date(day, pattern, locale=self.language)

    def day_of(self, at: datetime) -> str:
        """The customer's calendar day of an instant."""
        return self.day(self.date_of(at))

    def date_of(self, at: datetime) -> date:
        """The customer's date of an instant."""
        return at.astimezone(self.zone).date()

    def window(self, window: Window) -> str:
        """One day, or the first and last of several."""
        if window.first == window.last:
            return self.day(window.first)
        return f"{self.day(window.first)} – {self.day(window.last)}"

    def method(self, method: str | None) -> str:
        """The name of a payout method; any other one travels as a bank transfer."""
        names = METHODS[self.language]
        return names.get(method or "", names[Method.LOCAL_BANK])

    def holder(self, name: str | None) -> str:
        """The name an account runs on („auf …“, “to …”), in quotation marks when it is known."""
        return QUOTES[self.language].format(name) if name else ANOTHER_NAME[self.language]

    def verified_name(self, name: str | None) -> str:
        """The customer's verified name, likewise."""
        return QUOTES[self.language].format(name) if name else VERIFIED_NAME[self.language]


def local(profile: Profile | None, now: datetime, language: str) -> Local:
    """Write for this customer; without a profile, in the platform's zone."""
    zone = ZoneInfo(profile.time_zone) if profile else DEFAULT_TERMS.zone
    spoken = language if language in LANGUAGES else "en"
    return Local(language=spoken, zone=zone, today=now.astimezone(zone).date())
