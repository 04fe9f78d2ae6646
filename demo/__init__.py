"""The demo: the people who can sign in, their payouts, a history, and the pages to try it on.

Nothing outside this package and data/demo/ knows that it exists.
"""
