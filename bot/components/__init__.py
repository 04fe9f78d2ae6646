"""The parts of ours that Rasa loads by name from its four files.

Importing any of them also tunes how Rasa runs a model, tests its rules and calls the action server,
in serving and in the shell.
"""

from bot.components import remote_action, rule_keys, runner

for tuned in (remote_action, rule_keys, runner):
    tuned.install()
