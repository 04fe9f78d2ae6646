"""The routes of customers' files, with the needed roles beside each."""

from handoff.api.files import customers, gives
from handoff.api.route import Caller, Route
from handoff.domain.people import Role

READERS = frozenset(Role)

_CUSTOMER = "/v1/agent/customers/{customer}"

# fmt: off
FILE_ROUTES = (
    Route("GET", _CUSTOMER, customers.file, Caller.AGENT, READERS,
          gives=gives.FileAnswer, query=("lang",)),
    Route("GET", f"{_CUSTOMER}/timeline", customers.timeline, Caller.AGENT, READERS,
          gives=gives.TimelineAnswer, query=("limit", "cursor")),
)
# fmt: on
