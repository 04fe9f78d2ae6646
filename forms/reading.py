"""One file, held against its form."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

Form = TypeVar("Form", bound=BaseModel)


class FormError(ValueError):
    """The file breaks a rule; the message is `file: field: rule`."""


def read_form(form: type[Form], file: Path) -> Form:
    """What the file says. FormError names the first rule that it breaks."""
    try:
        return form.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        field = ".".join(map(str, first["loc"]))
        rule = first["msg"].removeprefix("Value error, ")
        raise FormError(f"{file}: {field}: {rule}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise FormError(f"{file}: file: cannot be read: {error}") from error
