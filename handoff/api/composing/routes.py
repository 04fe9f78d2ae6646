"""The routes with which agents compose, with the needed roles beside each."""

from handoff.api import answers
from handoff.api.composing import canned, drafts, gives, suggestions, tags, takes, tones
from handoff.api.requests import Nothing
from handoff.api.route import Caller, Route
from handoff.domain.people import HELPERS, Role

READERS = frozenset(Role)

_CASE = "/v1/agent/conversations/{conversation}"
_REPLY = "/v1/agent/canned-replies/{reply}"

# fmt: off
COMPOSING_ROUTES = (
    Route("GET", "/v1/agent/canned-replies", canned.replies, Caller.AGENT, READERS,
          gives=gives.CannedRepliesAnswer),
    Route("PUT", _REPLY, canned.put, Caller.AGENT, HELPERS,
          takes=takes.PutCannedReply, gives=gives.OneCannedReply),
    Route("DELETE", _REPLY, canned.remove, Caller.AGENT, HELPERS, status=204),
    Route("GET", f"{_CASE}/canned-values", canned.values, Caller.AGENT, HELPERS,
          gives=gives.ValuesAnswer),
    Route("POST", f"{_CASE}/draft", drafts.draft, Caller.AGENT, HELPERS,
          takes=Nothing, gives=gives.DraftAnswer),
    Route("POST", "/v1/agent/article-suggestions", suggestions.articles, Caller.AGENT, HELPERS,
          takes=takes.SuggestArticles, gives=answers.ArticlesAnswer),
    Route("POST", "/v1/agent/tone-check", tones.check, Caller.AGENT, HELPERS,
          takes=takes.CheckTone, gives=gives.ToneAnswer),
    Route("PUT", f"{_CASE}/tags", tags.put, Caller.AGENT, HELPERS,
          takes=takes.SetTags, gives=answers.OneRow),
)
# fmt: on
