"""Playbooks, as agents work through them."""

from aiohttp import web

from handoff.api import answers, requests
from handoff.api.answers import BothLanguages
from handoff.api.auth import AGENT, conversation_id, parsed
from handoff.api.customers import answer
from handoff.api.keys import LOOKING, PLAYBOOKS
from handoff.domain.people import Language
from handoff.domain.playbooks import Both, Playbook, Run
from handoff.domain.views import Listed


async def playbooks(request: web.Request) -> web.Response:
    """All there are; in prepared messages, names stand for what a case fills in."""
    known = request.app[PLAYBOOKS].known.values()
    shown = tuple(_playbook(it, {}) for it in known)
    return answer(answers.PlaybooksAnswer(playbooks=shown))


async def runs(request: web.Request) -> web.Response:
    """Those that run or ran in this conversation."""
    return await _runs(request)


async def start(request: web.Request) -> web.Response:
    """Begin one by hand."""
    await parsed(request, requests.Nothing)
    await request.app[PLAYBOOKS].start(request[AGENT], conversation_id(request), _slug(request))
    return await _runs(request)


async def tick(request: web.Request) -> web.Response:
    """A step is done, or is not after all; the same again changes nothing."""
    wanted = await parsed(request, requests.TickStep)
    it, step = conversation_id(request), request.match_info["step"]
    service, agent = request.app[PLAYBOOKS], request[AGENT]
    await service.tick(agent, it, _slug(request), step, done=wanted.done)
    return await _runs(request)


async def reached(request: web.Request) -> web.Response:
    """Somebody of the contact chain has answered."""
    await parsed(request, requests.Nothing)
    it, contact = conversation_id(request), request.match_info["contact"]
    await request.app[PLAYBOOKS].reached(request[AGENT], it, _slug(request), contact)
    return await _runs(request)


async def end(request: web.Request) -> web.Response:
    """It is over."""
    await parsed(request, requests.Nothing)
    await request.app[PLAYBOOKS].end(request[AGENT], conversation_id(request), _slug(request))
    return await _runs(request)


def _slug(request: web.Request) -> str:
    return request.match_info["playbook"]


async def _runs(request: web.Request) -> web.Response:
    it = conversation_id(request)
    found = await request.app[PLAYBOOKS].of(it)
    dossier = await request.app[LOOKING].dossier(it)
    filled = _filled(dossier.listed, request[AGENT].name)
    return answer(answers.RunsAnswer(runs=tuple(_run(run, filled) for run in found)))


def _filled(listed: Listed, agent: str) -> dict[str, str]:
    return {
        "customer": (listed.customer.name or "").partition(" ")[0],
        "case_number": listed.conversation.case_number,
        "agent": agent,
    }


def _run(run: Run, filled: dict[str, str]) -> answers.RunAnswer:
    starter = run.started_by
    return answers.RunAnswer(
        playbook=_playbook(run.playbook, filled),
        started_at=run.started_at,
        started_by=answers.Owner(id=starter.id, name=starter.name) if starter else None,
        calling=run.contact.id if run.contact else None,
        due_at=run.due_at,
        reached=run.reached,
        done=tuple(
            answers.StepTickAnswer(step=step, by=by.agent.name if by.agent else None, at=by.at)
            for step, by in run.steps.items()
        ),
        ended_at=run.ended_at,
    )


def _playbook(it: Playbook, filled: dict[str, str]) -> answers.PlaybookAnswer:
    return answers.PlaybookAnswer(
        slug=it.slug,
        title=_both(it.title),
        criteria=tuple(map(_both, it.criteria)),
        roles=tuple(
            answers.PlaybookRoleAnswer(id=role.id, name=_both(role.name), task=_both(role.task))
            for role in it.roles
        ),
        contacts=tuple(
            answers.ContactAnswer(id=to.id, role=to.role, within_s=to.within_s, how=_both(to.how))
            for to in it.contacts
        ),
        steps=tuple(
            answers.PlaybookStepAnswer(id=step.id, role=step.role, title=_both(step.title))
            for step in it.steps
        ),
        messages=tuple(
            answers.PreparedMessageAnswer(
                id=message.id, title=_both(message.title), text=_both(message.text, filled)
            )
            for message in it.messages
        ),
    )


def _both(words: Both, filled: dict[str, str] | None = None) -> BothLanguages:
    """Names that are not given stay as they are written."""
    shown = {language: _with(text, filled or {}) for language, text in words.items()}
    return BothLanguages(de=shown[Language.DE], en=shown[Language.EN])


def _with(text: str, filled: dict[str, str]) -> str:
    for name, value in filled.items():
        text = text.replace(f"{{{name}}}", value)
    return text.replace(" ,", ",")  # of a visitor we know no name
