"""Measures how well messages are understood. Run in Rasa's environment, never by the product."""
