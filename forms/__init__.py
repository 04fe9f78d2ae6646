"""YAML files that people write, read as forms; a broken one is told by file, field and rule.

A library: it knows nothing of what the files say.
"""

from forms.reading import FormError, read_form

__all__ = ["FormError", "read_form"]
