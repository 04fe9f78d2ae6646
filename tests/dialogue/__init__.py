"""Whole conversations with the trained assistant, over HTTP, as the front door has them."""
