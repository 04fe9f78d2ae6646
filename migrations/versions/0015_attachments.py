"""Files that people send, with their bytes."""

import sqlalchemy as sa
from alembic import op

revision = "0015_attachments"
down_revision = "0014_saved_views"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("sender_id", sa.Uuid, nullable=False),
        sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversation.id"), nullable=False),
        sa.Column("seq", sa.Integer),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("width", sa.Integer),
        sa.Column("height", sa.Integer),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("preview", sa.LargeBinary),
        sa.Column(
            "uploaded_at",
            sa.TIMESTAMP(timezone=True),
            server_default=sa.func.now(),
            nullable=False,
        ),
    )
    # Pictures and office documents are compressed already; stored plainly, slices can be read.
    op.execute("ALTER TABLE attachment ALTER COLUMN content SET STORAGE EXTERNAL")
    op.execute("ALTER TABLE attachment ALTER COLUMN preview SET STORAGE EXTERNAL")
    op.create_index("attachments_of_sender", "attachment", ["sender_id", "uploaded_at"])
    op.create_index("attachments_of_conversation", "attachment", ["conversation_id"])
    op.create_index(
        "attachments_waiting",
        "attachment",
        ["uploaded_at"],
        postgresql_where=sa.text("seq IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("attachment")
