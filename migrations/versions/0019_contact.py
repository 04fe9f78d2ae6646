"""How customers who do not wait can be reached: addresses, calls, the outbox, ways back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019_contact"
down_revision = "0018_changes"
branch_labels = None
depends_on = None

INSTANT = sa.TIMESTAMP(timezone=True)
CONVERSATION = (
    sa.Column("email", sa.Text),
    sa.Column("phone", sa.Text),
    sa.Column("call_back_at", INSTANT),
    sa.Column("mailed_seq", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("device_at", INSTANT),
)
INDICES = (
    ("call_backs", "conversation", ["call_back_at"], "call_back_at IS NOT NULL"),
    ("with_address", "conversation", ["updated_at"], "email IS NOT NULL"),
    ("mails_to_send", "mail", ["try_at"], "state IN ('waits', 'sending')"),
)


def _of_conversation() -> sa.Column[Any]:
    key = sa.ForeignKey("conversation.id")
    return sa.Column("conversation_id", sa.Uuid, key, nullable=False)


def upgrade() -> None:
    for column in CONVERSATION:
        op.add_column("conversation", column)
    op.create_table(
        "mail",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        _of_conversation(),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False, server_default=sa.text("'waits'")),
        sa.Column("tries", sa.SmallInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("put_at", INSTANT, nullable=False, server_default=sa.func.now()),
        sa.Column("try_at", INSTANT, nullable=False, server_default=sa.func.now()),
        sa.Column("settled_at", INSTANT),
    )
    op.create_table(
        "return_link",
        sa.Column("token_hash", sa.LargeBinary, primary_key=True),
        _of_conversation(),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT),
    )
    op.create_index("mails_of_conversation", "mail", ["conversation_id"])
    for name, table, columns, where in INDICES:
        op.create_index(name, table, columns, postgresql_where=sa.text(where))


def downgrade() -> None:
    op.drop_table("return_link")
    op.drop_table("mail")
    op.drop_index("with_address", "conversation")
    op.drop_index("call_backs", "conversation")
    for column in reversed(CONVERSATION):
        op.drop_column("conversation", column.name)
