"""The rush: how it is, and every rise and fall."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0016_surge"
down_revision = "0015_attachments"
branch_labels = None
depends_on = None

INSTANT = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.create_table(
        "surge",
        sa.Column("one", sa.Boolean, primary_key=True, server_default=sa.text("true")),
        sa.Column("level", sa.SmallInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("worse_since", INSTANT),
        sa.Column("better_since", INSTANT),
        sa.CheckConstraint("one", name="there_is_one_row"),
    )
    op.create_table(
        "surge_change",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("level_before", sa.SmallInteger, nullable=False),
        sa.Column("level", sa.SmallInteger, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.Column("waiting", sa.Integer, nullable=False),
        sa.Column("expected_wait_s", sa.Double),
        sa.Column("arrivals_a_minute", sa.Double, nullable=False),
        sa.Column("extra_capacity", sa.SmallInteger, nullable=False),
        sa.Column("widen", sa.Boolean, nullable=False),
        sa.Column("offer_email", sa.Boolean, nullable=False),
        sa.Column("stand_by", ARRAY(sa.Text), nullable=False),
        sa.Column("resting", ARRAY(sa.Text), nullable=False),
        sa.Column("tell_leads", sa.Boolean, nullable=False),
    )
    op.create_index("handoffs", "event", ["at"], postgresql_where=sa.text("type = 'human_asked'"))


def downgrade() -> None:
    op.drop_index("handoffs", "event")
    op.drop_table("surge_change")
    op.drop_table("surge")
