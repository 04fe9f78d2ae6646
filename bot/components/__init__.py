"""The parts of ours that Rasa loads by name from its four files.

Importing any of them also tunes how Rasa calls the action server, in serving and in the shell.
"""

from bot.components import remote_action

remote_action.install()
