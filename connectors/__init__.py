"""A module per outside system. Implements a port, decides nothing."""
