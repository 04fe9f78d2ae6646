"""One module per outside system; each implements a port of the core and decides nothing."""
