"""What these handlers find in the application, typed."""

from aiohttp import web

from handoff.live.limits import Rule
from handoff.ports.composing import ToneCheck
from handoff.services.canned import Canned
from handoff.services.drafting import Drafting
from handoff.services.tagging import Tagging

CANNED = web.AppKey("canned", Canned)
DRAFTING = web.AppKey("drafting", Drafting)
DRAFTS_RULE = web.AppKey("drafts_rule", Rule)
SUGGESTIONS_RULE = web.AppKey("suggestions_rule", Rule)
SECOND_LOOK: web.AppKey[ToneCheck] = web.AppKey("second_look")
TAGGING = web.AppKey("tagging", Tagging)
