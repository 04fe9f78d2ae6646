"""Tries a staffing plan before Monday: customers, shifts and the real routing, by the clock."""
