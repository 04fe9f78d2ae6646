"""What all answers share."""

from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict

Json: TypeAlias = dict[str, Any]


class Answer(BaseModel):
    """Base of all answers."""

    model_config = ConfigDict(frozen=True)
