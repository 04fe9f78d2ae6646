"""What all tables share."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    Text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TIMESTAMP
from sqlalchemy.orm import DeclarativeBase

Instant = TIMESTAMP(timezone=True)


class Base(DeclarativeBase):
    """All tables of handoff."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        datetime: Instant,
        dict[str, Any]: JSONB,
        list[str]: ARRAY(Text),
    }
