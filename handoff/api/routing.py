"""The dry run: where a case would go, and why."""

from aiohttp import web

from handoff.api import lead_answers, lead_requests
from handoff.api.answers import BothLanguages, Owner
from handoff.api.auth import parsed
from handoff.api.customers import answer
from handoff.api.keys import REHEARSALS
from handoff.domain.ids import ConversationId
from handoff.domain.routing import Chance, Rehearsal, Stage, Trial


async def rehearse(request: web.Request) -> web.Response:
    """Of a conversation, or of a packet; nothing happens to either."""
    wanted = await parsed(request, lead_requests.Rehearse)
    rehearsals = request.app[REHEARSALS]
    if wanted.packet is not None:
        tried = await rehearsals.of(Trial(packet=wanted.packet, channel=wanted.channel))
    else:
        tried = await rehearsals.of_conversation(ConversationId(wanted.about))
    return answer(_shown(tried))


def _shown(it: Rehearsal) -> lead_answers.RehearsalAnswer:
    route, names = it.route, {chance.agent.id: chance.agent.name for chance in it.chances}
    offered = it.offered and lead_answers.OfferedAnswer(
        agent=Owner(id=it.offered.agent, name=names[it.offered.agent]),
        target=it.offered.target,
        why=BothLanguages.model_validate(it.offered.why),
    )
    return lead_answers.RehearsalAnswer(
        rule=route.rule,
        priority=route.priority,
        why=BothLanguages.model_validate(route.why),
        targets=tuple(map(_target, it.stages)),
        offered=offered,
        agents=tuple(map(_chance, it.chances)),
    )


def _target(it: Stage) -> lead_answers.TargetAnswer:
    target = it.target
    return lead_answers.TargetAnswer(
        team=target.team,
        skills=target.skills,
        languages=target.languages,
        min_level=target.min_level,
        timeout_s=target.timeout_s,
        skip_if_none=target.skip_if_none,
        after_s=it.after_s,
        means=it.means,
    )


def _chance(it: Chance) -> lead_answers.ChanceAnswer:
    return lead_answers.ChanceAnswer(
        id=it.agent.id, name=it.agent.name, target=it.target, obstacles=it.obstacles
    )
