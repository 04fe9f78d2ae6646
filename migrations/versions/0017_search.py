"""What was said, by its words; customers, by their names."""

from alembic import op

revision = "0017_search"
down_revision = "0016_surge"
branch_labels = None
depends_on = None

SAID = "('customer_said', 'assistant_said', 'agent_said', 'note_added')"


def upgrade() -> None:
    # Indices are built with an empty search path: functions name each other in full.
    op.execute(
        """
        CREATE FUNCTION public.said_text(body jsonb) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT array_to_string(ARRAY(
                SELECT value #>> '{}' FROM jsonb_path_query(body, 'lax $.parts[*].text') AS value
            ) || (body ->> 'text'), E'\\n')
        $$
        """
    )
    op.execute(
        """
        CREATE FUNCTION public.folded(said text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT replace(replace(replace(replace(
                lower(said), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss')
        $$
        """
    )
    op.execute(
        """
        CREATE FUNCTION public.said_words(body jsonb) RETURNS tsvector
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT to_tsvector('pg_catalog.german', public.said_text(body))
                || to_tsvector('pg_catalog.german', public.folded(public.said_text(body)))
                || to_tsvector('pg_catalog.english', public.said_text(body))
        $$
        """
    )
    op.execute(f"CREATE INDEX said ON event USING gin (said_words(body)) WHERE type IN {SAID}")
    op.execute(
        "CREATE INDEX customer_names ON customer"
        " USING gin (to_tsvector('pg_catalog.simple', coalesce(name, '')))"
    )


def downgrade() -> None:
    op.execute("DROP INDEX customer_names")
    op.execute("DROP INDEX said")
    for name in ("said_words(jsonb)", "folded(text)", "said_text(jsonb)"):
        op.execute(f"DROP FUNCTION public.{name}")
