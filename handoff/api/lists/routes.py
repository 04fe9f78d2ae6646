"""The routes of the inbox, with the needed roles beside each."""

from handoff.api.lists import bulk, gives, search, takes, views
from handoff.api.route import Caller, Route
from handoff.domain.people import HELPERS, Role

READERS = frozenset(Role)

_CASES = "/v1/agent/conversations"
_SAVED_VIEW = "/v1/agent/views/{saved_view}"

# fmt: off
LIST_ROUTES = (
    Route("GET", _CASES, views.conversations, Caller.AGENT, READERS,
          gives=gives.ListAnswer, query=("view", *takes.FILTERS, "limit", "cursor")),
    Route("GET", "/v1/agent/views", views.views, Caller.AGENT, READERS,
          gives=gives.ViewsAnswer),
    Route("POST", "/v1/agent/views", views.save_view, Caller.AGENT, READERS,
          takes=takes.SaveView, gives=gives.SavedViewAnswer, status=201),
    Route("PUT", _SAVED_VIEW, views.change_view, Caller.AGENT, READERS,
          takes=takes.SaveView, gives=gives.SavedViewAnswer),
    Route("DELETE", _SAVED_VIEW, views.forget_view, Caller.AGENT, READERS, status=204),
    Route("GET", "/v1/agent/search", search.search, Caller.AGENT, READERS,
          gives=gives.SearchAnswer, query=("q", *takes.FILTERS, "limit", "cursor")),
    Route("POST", "/v1/agent/bulk", bulk.bulk, Caller.AGENT, HELPERS,
          takes=takes.Bulk, gives=gives.BulkAnswer),
)
# fmt: on
