"""Every route in one table, with who may call it beside it."""

from aiohttp import web

from handoff.api import (
    agent_sockets,
    agents,
    attachments,
    back,
    contact,
    crisis,
    customers,
    guides,
    health,
    members,
    metrics,
    openapi,
    pages,
    passing,
    platform,
    playbooks,
    ratings,
    routing,
    sockets,
    surge,
    team,
    timetables,
    votes,
    wallboard,
)
from handoff.api import answers as gives
from handoff.api import lead_answers as for_leads
from handoff.api import lead_requests as from_leads
from handoff.api import requests as takes
from handoff.api.composing.routes import COMPOSING_ROUTES
from handoff.api.files.routes import FILE_ROUTES
from handoff.api.lists.routes import LIST_ROUTES
from handoff.api.route import Caller, Route
from handoff.domain.attachments import MediaType
from handoff.domain.people import HELPERS, OVERSEERS, Role

READERS = frozenset(Role)
"""Everybody of the team, auditors included."""

LEADS = frozenset({Role.LEAD})
"""Those who answer for what is said to everybody."""

ADMINS = frozenset({Role.ADMIN})
"""Those who say who is of the team."""

PLANNERS = frozenset({Role.LEAD, Role.ADMIN})
"""Those who decide how the work is done."""

_IT = "/v1/conversations/{conversation}"
_CASES = "/v1/agent/conversations"
_CASE = f"{_CASES}/{{conversation}}"
_PAGED = ("after", "limit")
_ATTACHED = "attachments/{attachment}"
_ANY_FILE = tuple(MediaType)
_PREVIEW = ("image/webp",)

# fmt: off
CUSTOMER_ROUTES = (
    Route("POST", "/v1/sessions", customers.open_session, Caller.PAGE,
          takes=takes.OpenSession, gives=gives.SessionAnswer, status=201),
    Route("POST", "/v1/sessions/return", contact.come_back, Caller.PAGE,
          takes=takes.ComeBack, gives=gives.SessionAnswer, status=201),
    Route("GET", "/v1/sessions/current", customers.current_session, Caller.CUSTOMER,
          gives=gives.SessionAnswer),
    Route("DELETE", "/v1/sessions/current", customers.end_session, Caller.CUSTOMER, status=204),
    Route("GET", "/v1/conversations", customers.conversations, Caller.CUSTOMER,
          gives=gives.ConversationsAnswer),
    Route("POST", f"{_IT}/messages", customers.send, Caller.CUSTOMER,
          takes=takes.SendMessage, gives=gives.ReceiptAnswer, status=201, repeats=True),
    Route("POST", f"{_IT}/attachments", attachments.upload, Caller.CUSTOMER, takes_file=True,
          gives=gives.AttachmentAnswer, query=("name",), status=201),
    Route("GET", f"{_IT}/{_ATTACHED}", attachments.download, Caller.CUSTOMER,
          gives_file=_ANY_FILE),
    Route("GET", f"{_IT}/{_ATTACHED}/preview", attachments.preview, Caller.CUSTOMER,
          gives_file=_PREVIEW),
    Route("POST", f"{_IT}/person", customers.ask_person, Caller.CUSTOMER,
          takes=takes.Nothing, gives=gives.ConversationAnswer),
    Route("POST", f"{_IT}/assistant", customers.back_to_assistant, Caller.CUSTOMER,
          takes=takes.Nothing, gives=gives.ConversationAnswer),
    Route("POST", f"{_IT}/email", contact.leave_address, Caller.CUSTOMER,
          takes=takes.LeaveAddress, gives=gives.ConversationAnswer),
    Route("GET", f"{_IT}/call-back-times", contact.times, Caller.CUSTOMER,
          gives=gives.CallBackTimesAnswer),
    Route("POST", f"{_IT}/call-back", contact.want_call, Caller.CUSTOMER,
          takes=takes.WantCall, gives=gives.ConversationAnswer),
    Route("POST", f"{_IT}/close", customers.close, Caller.CUSTOMER,
          takes=takes.Nothing, gives=gives.ConversationAnswer),
    Route("GET", f"{_IT}/events", customers.events, Caller.CUSTOMER,
          gives=gives.EventsAnswer, query=_PAGED),
    Route("PUT", f"{_IT}/events/{{seq}}/helpful", votes.cast, Caller.CUSTOMER,
          takes=takes.VoteOnArticle, gives=gives.ArticleVoteAnswer),
    Route("GET", f"{_IT}/rating", ratings.rating, Caller.CUSTOMER, gives=gives.RatingAnswer),
    Route("PUT", f"{_IT}/rating", ratings.rate, Caller.CUSTOMER,
          takes=takes.RateConversation, gives=gives.RatingAnswer),
    Route("GET", "/v1/articles", customers.articles, Caller.PAGE,
          gives=gives.ArticlesAnswer, query=("q", "lang")),
    Route("GET", "/v1/articles/{lang}/{slug}", customers.article, Caller.PAGE,
          gives=gives.WholeArticleAnswer),
    Route("GET", "/v1/guides", guides.guides, Caller.CUSTOMER,
          gives=gives.GuidesAnswer, query=("lang",)),
    Route("GET", "/v1/guides/{guide}", guides.guide, Caller.CUSTOMER,
          gives=gives.GuideAnswer, query=("lang",)),
    Route("PUT", "/v1/guides/{guide}/steps/{step}", guides.tick, Caller.CUSTOMER,
          takes=takes.TickStep, gives=gives.GuideAnswer, query=("lang",)),
    Route("GET", "/v1/socket", sockets.connect, Caller.PAGE, status=101, socket=True),
)

AGENT_ROUTES = (
    Route("POST", "/v1/agent/login", agents.log_in, Caller.NEW_AGENT,
          takes=takes.LogIn, gives=gives.MeAnswer),
    Route("POST", "/v1/agent/logout", agents.log_out, Caller.AGENT, READERS, status=204),
    Route("GET", "/v1/agent/me", agents.me, Caller.AGENT, READERS, gives=gives.MeAnswer),
    Route("PUT", "/v1/agent/status", agents.set_status, Caller.AGENT, HELPERS,
          takes=takes.SetStatus, gives=gives.MeAnswer),
    Route("GET", _CASE, agents.conversation, Caller.AGENT, READERS,
          gives=gives.CaseAnswer, query=("lang",)),
    Route("GET", f"{_CASE}/events", agents.events, Caller.AGENT, READERS,
          gives=gives.EventsAnswer, query=_PAGED),
    Route("POST", f"{_CASE}/events/{{seq}}/reveal", agents.reveal, Caller.AGENT, HELPERS,
          takes=takes.Reveal, gives=gives.RevealAnswer),
    Route("POST", f"{_CASE}/accept", agents.accept, Caller.AGENT, HELPERS,
          takes=takes.Accept, gives=gives.OneRow),
    Route("POST", f"{_CASE}/messages", agents.send, Caller.AGENT, HELPERS,
          takes=takes.AgentMessage, gives=gives.SeqAnswer, status=201, repeats=True),
    Route("POST", f"{_CASE}/attachments", attachments.upload_by_agent, Caller.AGENT, HELPERS,
          takes_file=True, gives=gives.AttachmentAnswer, query=("name",), status=201),
    Route("GET", f"{_CASE}/{_ATTACHED}", attachments.download_by_agent, Caller.AGENT, READERS,
          gives_file=_ANY_FILE),
    Route("GET", f"{_CASE}/{_ATTACHED}/preview", attachments.preview_for_agent, Caller.AGENT,
          READERS, gives_file=_PREVIEW),
    Route("POST", f"{_CASE}/notes", agents.add_note, Caller.AGENT, HELPERS,
          takes=takes.AddNote, gives=gives.SeqAnswer, status=201, repeats=True),
    Route("POST", f"{_CASE}/hand-back", agents.hand_back, Caller.AGENT, HELPERS,
          takes=takes.HandBack, gives=gives.OneRow),
    Route("POST", f"{_CASE}/close", agents.close, Caller.AGENT, HELPERS,
          takes=takes.Close, gives=gives.OneRow),
    Route("POST", f"{_CASE}/decline", passing.decline, Caller.AGENT, HELPERS,
          takes=takes.Decline, gives=gives.OneRow),
    Route("POST", f"{_CASE}/transfer", passing.transfer, Caller.AGENT, HELPERS,
          takes=takes.Transfer, gives=gives.OneRow),
    Route("POST", f"{_CASE}/take-over", passing.take_over, Caller.AGENT, LEADS,
          takes=takes.TakeOver, gives=gives.OneRow),
    Route("POST", f"{_CASE}/snooze", passing.snooze, Caller.AGENT, HELPERS,
          takes=takes.Snooze, gives=gives.OneRow),
    Route("POST", f"{_CASE}/follow", passing.follow, Caller.AGENT, HELPERS,
          takes=takes.Nothing, gives=gives.OneRow),
    Route("POST", f"{_CASE}/unfollow", passing.unfollow, Caller.AGENT, HELPERS,
          takes=takes.Nothing, gives=gives.OneRow),
    Route("GET", "/v1/agent/colleagues", team.colleagues, Caller.AGENT, READERS,
          gives=gives.TeamAnswer),
    Route("PUT", "/v1/agent/colleagues/{agent}", team.equip, Caller.AGENT, LEADS,
          takes=takes.Equip, gives=gives.MeAnswer),
    Route("GET", "/v1/agent/playbooks", playbooks.playbooks, Caller.AGENT, READERS,
          gives=gives.PlaybooksAnswer),
    Route("GET", f"{_CASE}/playbooks", playbooks.runs, Caller.AGENT, READERS,
          gives=gives.RunsAnswer),
    Route("POST", f"{_CASE}/playbooks/{{playbook}}", playbooks.start, Caller.AGENT, HELPERS,
          takes=takes.Nothing, gives=gives.RunsAnswer),
    Route("POST", f"{_CASE}/playbooks/{{playbook}}/end", playbooks.end, Caller.AGENT, HELPERS,
          takes=takes.Nothing, gives=gives.RunsAnswer),
    Route("PUT", f"{_CASE}/playbooks/{{playbook}}/steps/{{step}}", playbooks.tick, Caller.AGENT,
          HELPERS, takes=takes.TickStep, gives=gives.RunsAnswer),
    Route("POST", f"{_CASE}/playbooks/{{playbook}}/contacts/{{contact}}/reached",
          playbooks.reached, Caller.AGENT, HELPERS, takes=takes.Nothing, gives=gives.RunsAnswer),
    Route("GET", "/v1/agent/articles/usefulness", votes.usefulness, Caller.AGENT, OVERSEERS,
          gives=gives.UsefulnessAnswer, query=("days",)),
    Route("GET", "/v1/agent/hours", timetables.hours, Caller.AGENT, OVERSEERS,
          gives=for_leads.HoursAnswer),
    Route("GET", "/v1/agent/rule-files", timetables.rule_files, Caller.AGENT, OVERSEERS,
          gives=for_leads.RuleFilesAnswer),
    Route("GET", "/v1/agent/members", members.members, Caller.AGENT, OVERSEERS,
          gives=for_leads.MembersAnswer),
    Route("POST", "/v1/agent/members", members.add, Caller.AGENT, ADMINS,
          takes=from_leads.EnrolMember, gives=for_leads.EnrolledAnswer, status=201),
    Route("POST", "/v1/agent/members/check", members.check, Caller.AGENT, PLANNERS,
          takes=from_leads.CheckMember, gives=for_leads.CheckedAnswer),
    Route("PUT", "/v1/agent/members/{agent}", members.change, Caller.AGENT, ADMINS,
          takes=from_leads.EnrolMember, gives=for_leads.MemberAnswer),
    Route("POST", "/v1/agent/members/{agent}/password", members.renew_password, Caller.AGENT,
          ADMINS, takes=takes.Nothing, gives=for_leads.PasswordAnswer),
    Route("POST", "/v1/agent/members/{agent}/disable", members.disable, Caller.AGENT, ADMINS,
          takes=takes.Nothing, gives=for_leads.MemberAnswer),
    Route("POST", "/v1/agent/members/{agent}/enable", members.enable, Caller.AGENT, ADMINS,
          takes=takes.Nothing, gives=for_leads.MemberAnswer),
    Route("GET", "/v1/agent/changes", members.changes, Caller.AGENT, OVERSEERS,
          gives=for_leads.ChangesAnswer, query=("limit",)),
    Route("POST", "/v1/agent/routing/rehearsal", routing.rehearse, Caller.AGENT, PLANNERS,
          takes=from_leads.Rehearse, gives=for_leads.RehearsalAnswer),
    Route("GET", "/v1/agent/wallboard", wallboard.wallboard, Caller.AGENT, OVERSEERS,
          gives=for_leads.WallboardAnswer),
    Route("GET", "/v1/agent/surge", surge.history, Caller.AGENT, OVERSEERS,
          gives=for_leads.SurgeHistoryAnswer, query=("limit",)),
    Route("GET", "/v1/agent/crisis-notice", crisis.notice, Caller.AGENT, READERS,
          gives=gives.CrisisNoticeAnswer),
    Route("PUT", "/v1/agent/crisis-notice", crisis.publish, Caller.AGENT, LEADS,
          takes=takes.PublishCrisisNotice, gives=gives.CrisisNoticeAnswer),
    Route("POST", "/v1/agent/crisis-notice/check", crisis.check, Caller.AGENT, LEADS,
          takes=takes.PublishCrisisNotice, gives=for_leads.CheckedAnswer),
    Route("DELETE", "/v1/agent/crisis-notice", crisis.withdraw, Caller.AGENT, LEADS, status=204),
    Route("GET", "/v1/agent/socket", agent_sockets.connect, Caller.AGENT, READERS,
          status=101, socket=True),
)

OTHER_ROUTES = (
    Route("POST", "/v1/platform/events", platform.report, Caller.PLATFORM,
          gives=gives.Taken, status=201, repeats=True),
    Route("GET", "/healthz", health.alive, Caller.ANYBODY),
    Route("GET", "/readyz", health.ready, Caller.ANYBODY),
    Route("GET", "/metrics", metrics.metrics, Caller.ANYBODY),
    Route("GET", "/openapi.json", openapi.document, Caller.ANYBODY),
    Route("GET", "/chat.js", back.script, Caller.ANYBODY),
    Route("GET", "/chat/{lang}", back.page, Caller.ANYBODY),
    Route("GET", "/widget.js", pages.widget, Caller.ANYBODY),
    Route("GET", "/assets/widget/{name}", pages.widget_asset, Caller.ANYBODY),
    Route("GET", "/console", pages.console, Caller.ANYBODY),
    Route("GET", "/console/assets/{name}", pages.console_asset, Caller.ANYBODY),
    Route("GET", "/console/{rest:.*}", pages.console, Caller.ANYBODY),
    Route("GET", "/help", pages.help_home, Caller.ANYBODY),
    Route("GET", "/help/style.css", pages.help_style, Caller.ANYBODY),
    Route("GET", "/help/pictures/{name}", pages.help_picture, Caller.ANYBODY),
    Route("GET", "/help/{lang}", pages.help_index, Caller.ANYBODY),
    Route("GET", "/help/{lang}/{slug}", pages.help_article, Caller.ANYBODY),
    Route("GET", "/help/{lang}/{slug}/helpful", votes.back_to_page, Caller.ANYBODY),
    Route("POST", "/help/{lang}/{slug}/helpful", votes.cast_on_page, Caller.OWN_PAGE),
)
# fmt: on

ROUTES = (
    *CUSTOMER_ROUTES,
    *AGENT_ROUTES,
    *LIST_ROUTES,
    *FILE_ROUTES,
    *COMPOSING_ROUTES,
    *OTHER_ROUTES,
)


def add_routes(app: web.Application) -> None:
    """All of them, and the document that describes them."""
    app[openapi.DOCUMENT] = openapi.described(ROUTES)
    for route in ROUTES:
        app.router.add_route(route.method, route.path, route.serve)
