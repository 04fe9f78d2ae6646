"""The parts of a run: one for each promise that a fault can break."""

from bench.faults import proofs
from bench.faults.part import AROUND_S, Part

PARTS = (
    Part(
        "claims",
        "A case has one owner, whoever claims it at the same moment and whatever dies meanwhile; "
        "nobody has more than they can have; what is written under an ended epoch is refused.",
        proofs.claims,
        weight=9,
    ),
    Part(
        "cuts",
        "Connections that break before or after a commit, stall or crawl lose, double and reorder "
        "nothing; every device has caught up within 3 s of healing.",
        proofs.cuts,
        weight=4,
    ),
    Part(
        "redis",
        "While Redis is away sending goes on; within 5 s of its return all is as before, and "
        "nothing has to be started again.",
        proofs.redis,
        needs=lambda sizes: sizes.redis_away_s + AROUND_S,
    ),
    Part(
        "postgres",
        "When PostgreSQL crashes nothing acknowledged is lost; every front door is ready within "
        "5 s once it accepts again.",
        proofs.postgres,
    ),
    Part(
        "disk",
        "On a full disk nothing is acknowledged that was not kept; once there is room, all heals "
        "within 10 s.",
        proofs.disk,
    ),
    Part(
        "clocks",
        "Only the database's clock counts: while the clocks of all front doors jump by hours, "
        "offers lapse in time, the case of an agent who vanished is offered again, and logs keep "
        "their order.",
        proofs.clocks,
    ),
    Part(
        "idle",
        "A socket that says nothing costs at most 32 KiB, and none is dropped.",
        proofs.idle,
        least_s=90,
        needs=lambda sizes: sizes.idle_s + AROUND_S,
    ),
    Part(
        "rasa",
        "While Rasa stands still a person is offered within 8 s, and chats with people go on.",
        proofs.rasa,
    ),
    Part(
        "kills",
        "Any process may be killed at any moment: nothing acknowledged is lost, and nothing is "
        "doubled, out of order or missing.",
        proofs.kills,
        least_s=120,
        weight=11,
    ),
)
