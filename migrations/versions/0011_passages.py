"""An index of the way that cases take between people, for what leads watch."""

import sqlalchemy as sa
from alembic import op

revision = "0011_passages"
down_revision = "0010_offers"
branch_labels = None
depends_on = None

PASSES_ON = """type IN ('human_asked', 'agent_accepted', 'taken_over', 'transferred', \
'agent_vanished', 'snoozed', 'woken', 'handed_back', 'returned_to_assistant', 'closed')"""


def upgrade() -> None:
    op.create_index("passages", "event", ["at"], postgresql_where=sa.text(PASSES_ON))


def downgrade() -> None:
    op.drop_index("passages", "event")
