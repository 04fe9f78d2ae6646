"""Who gets which case, in which order, and by when."""

from handoff.domain.packet import Route, Target
from handoff.domain.routing.assignment import assign, choose
from handoff.domain.routing.filters import Filter
from handoff.domain.routing.matching import Assignment, Candidate, Case, fits, target_at
from handoff.domain.routing.obstacles import Chance, Obstacle
from handoff.domain.routing.order import aged, ages_at, order
from handoff.domain.routing.policy import Band, Class, Routing, Rule, SurgeRule, Team
from handoff.domain.routing.rehearsal import Rehearsal, Stage, Trial, rehearsed
from handoff.domain.routing.route import routed
from handoff.domain.routing.sla import BusinessTime, Promise, due
from handoff.domain.routing.surge import (
    NO_SURGE,
    Course,
    Measures,
    Surge,
    SurgeChange,
    calm,
    step,
    under,
)

__all__ = [
    "NO_SURGE",
    "Assignment",
    "Band",
    "BusinessTime",
    "Candidate",
    "Case",
    "Chance",
    "Class",
    "Course",
    "Filter",
    "Measures",
    "Obstacle",
    "Promise",
    "Rehearsal",
    "Route",
    "Routing",
    "Rule",
    "Stage",
    "Surge",
    "SurgeChange",
    "SurgeRule",
    "Target",
    "Team",
    "Trial",
    "aged",
    "ages_at",
    "assign",
    "calm",
    "choose",
    "due",
    "fits",
    "order",
    "rehearsed",
    "routed",
    "step",
    "target_at",
    "under",
]
