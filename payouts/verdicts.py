"""How a payout stands: which response fits, and whether a rule asks for a person."""

from dataclasses import dataclass
from datetime import datetime

from payouts.calendar import Calendar, Window
from payouts.reasons import GATES, worded
from payouts.responses import REGRESSIONS, RETURNED_TWICE, named
from payouts.states import PayoutState, Reason
from payouts.values import Payout, Step

OVERDUE = "payout_overdue"
REVIEW_ASKED = "payout_review_asked"
RISK_HOLD = "payout_risk_hold"
SECOND_RETURN = "payout_second_return"
UNKNOWN_REASON = "payout_unknown_reason"
DISPUTED = "payout_disputed"

RULES = (OVERDUE, REVIEW_ASKED, RISK_HOLD, SECOND_RETURN, UNKNOWN_REASON, DISPUTED)

# Until it is sent to the bank.
_CANCELLABLE = frozenset(
    {
        PayoutState.REQUESTED,
        PayoutState.UNDER_REVIEW,
        PayoutState.ON_HOLD,
        PayoutState.PROCESSING,
    }
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A response, the rule that asks for a person, and when the money is expected."""

    response: str
    rule: str | None = None
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A payout at a moment."""

    payout: Payout
    now: datetime
    calendar: Calendar

    @property
    def overdue(self) -> bool:
        """Whether the usual time of the state has passed."""
        person_from = self.calendar.person_from(self.payout)
        return person_from is not None and self.calendar.day(self.now) >= person_from

    @property
    def window(self) -> Window | None:
        """When the money is expected."""
        return self.calendar.arrival(self.payout, self.now)

    def verdict(self, *, asks_why: bool) -> Verdict:
        """Judge by the state."""
        match self.payout.state:
            case PayoutState.REQUESTED | PayoutState.PROCESSING:
                return self._moving()
            case PayoutState.UNDER_REVIEW:
                return self._under_review(asks_why=asks_why)
            case PayoutState.IN_TRANSIT:
                return self._in_transit()
            case PayoutState.PAID:
                return self._paid(asks_why=asks_why)
            case _:
                return self._stopped(asks_why=asks_why)

    def if_late(self) -> Verdict:
        """Judge what happens if the money does not come in time."""
        if self.calendar.person_from(self.payout) is None:
            return Verdict(named("if_late_stopped"))
        if self.overdue:
            return Verdict(named("if_late_now"), OVERDUE, self.window)
        return Verdict(named("if_late"), window=self.window)

    def traced(self) -> Verdict:
        """Judge how money that was sent is looked for."""
        if self.overdue:
            return Verdict(named("trace_now"), OVERDUE, self.window)
        return Verdict(named("trace"), window=self.window)

    def if_cancelled(self) -> Verdict | None:
        """Judge whether it can be taken back; None where there is nothing to take back."""
        if self.payout.state in _CANCELLABLE:
            return Verdict(named("cancellable"), window=self.window)
        if self.payout.state in {PayoutState.IN_TRANSIT, PayoutState.PAID}:
            return Verdict(named("not_cancellable"), window=self.window)
        return None

    def if_put_right(self) -> Verdict:
        """Judge what happens once its owner has put right what stopped it."""
        what = "gate" if self.payout.public_reason in GATES else "account"
        held = ("held",) if self.payout.state is PayoutState.ON_HOLD else ()
        return Verdict(named("put_right", what, *held))

    def fallen_back(self) -> tuple[str, Step] | None:
        """The response that explains a step backwards, and the step it fell back from."""
        state = self.payout.state
        entries = self._entries(state)
        if state is PayoutState.RETURNED and len(entries) > 1:
            return RETURNED_TWICE, entries[-2]
        before = [step.state for step in self.payout.history if step.state is not state]
        regression = REGRESSIONS.get((before[-1], state)) if before else None
        return (regression, self._entries(before[-1])[-1]) if regression else None

    def _moving(self) -> Verdict:
        state = self.payout.state
        if self.overdue:
            return Verdict(named(state, "late"), OVERDUE)
        return Verdict(named(state), window=self.window)

    def _under_review(self, *, asks_why: bool) -> Verdict:
        if self.overdue:
            return Verdict(named("under_review_late"), OVERDUE)
        if asks_why:
            return Verdict(named("under_review_why"), REVIEW_ASKED)
        return Verdict(named("under_review"), window=self.window)

    def _in_transit(self) -> Verdict:
        window = self.window
        if self.overdue:
            return Verdict(named("in_transit_late"), OVERDUE, window)
        due = window is not None and self.calendar.day(self.now) > window.last
        return Verdict(named("in_transit_due" if due else "in_transit"), window=window)

    def _paid(self, *, asks_why: bool) -> Verdict:
        if not self.overdue:
            return Verdict(named("paid"))
        settled = self.calendar.day(self.now) >= self.calendar.settled_on(self.payout)
        if settled and not asks_why:
            return Verdict(named("paid_settled"))
        return Verdict(named("paid_late"), OVERDUE)

    def _stopped(self, *, asks_why: bool) -> Verdict:
        state = self.payout.state
        reason = worded(state, self.payout.public_reason)
        response = named(state, reason) if reason else named(state)
        return Verdict(response, self._rule(reason, asks_why=asks_why))

    def _rule(self, reason: Reason | None, *, asks_why: bool) -> str | None:
        if reason is Reason.REVIEW:
            return RISK_HOLD
        if self.payout.state is PayoutState.CANCELED:
            disputed = asks_why and reason is not Reason.EXPIRED
            return DISPUTED if disputed or reason is Reason.DISPUTE else None
        if self._bounced_twice(reason):
            return SECOND_RETURN
        return UNKNOWN_REASON if reason is None else None

    def _bounced_twice(self, reason: Reason | None) -> bool:
        """A second return needs a person, and a bank that declines gets one retry only."""
        state = self.payout.state
        bounced = state is PayoutState.RETURNED or reason is Reason.BANK_DECLINED
        return bounced and len(self._entries(state)) > 1

    def _entries(self, state: PayoutState) -> list[Step]:
        """The steps at which the payout came into a state; repeats of the same state left out."""
        entries: list[Step] = []
        before: PayoutState | None = None
        for step in self.payout.history:
            if step.state is state and before is not state:
                entries.append(step)
            before = step.state
        return entries
