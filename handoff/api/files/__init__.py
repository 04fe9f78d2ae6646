"""Customers' files, for the console."""
