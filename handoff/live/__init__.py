"""Redis and sockets' wake-ups: hints, presence of listeners, rate limits. Nothing is kept here."""
