"""Keeps Rasa's libraries from talking over the figures; to be called before any is imported."""

import os
import warnings


def begin() -> None:
    """Nothing but errors from now on."""
    os.environ.update(
        RASA_TELEMETRY_ENABLED="false",
        SQLALCHEMY_SILENCE_UBER_WARNING="1",
        TF_CPP_MIN_LOG_LEVEL="3",
        LOG_LEVEL="WARNING",
    )
    warnings.filterwarnings("ignore")
