"""Measures the product as its users meet it; `make bench` runs it."""
