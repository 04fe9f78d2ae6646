"""Stand-ins for the world, written by hand; they refuse what the real thing refuses."""
