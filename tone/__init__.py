"""A second look at what an agent is about to send: rules over words. A library."""
