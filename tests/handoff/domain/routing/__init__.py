"""Tests of routing: who gets which case, in which order, and by when."""
