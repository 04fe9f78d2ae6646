"""Playbooks from files, each refused with file, field and the rule it breaks."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
)

from forms import FormError, read_form
from handoff.domain.people import Language
from handoff.domain.playbooks import (
    Both,
    Contact,
    Playbook,
    PlaybookRole,
    PlaybookStep,
    PreparedMessage,
)
from handoff.domain.words import RULES

KNOWN = frozenset({"customer", "case_number", "agent"})
"""What a prepared message may name."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class PlaybookError(ValueError):
    """A file breaks a rule; the message names file, field and rule."""


def _rule(name: str) -> str:
    if name not in RULES:
        raise ValueError(f"must be a rule of the handoff: {', '.join(sorted(RULES))}")
    return name


def _fillable(text: str) -> str:
    named = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    if named - KNOWN:
        raise ValueError(f"may name only {', '.join(f'{{{it}}}' for it in sorted(KNOWN))}")
    return text


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Both(_Form):
    de: Words
    en: Words

    @property
    def words(self) -> Both:
        return {Language.DE: self.de, Language.EN: self.en}


class _Fillable(_Both):
    de: Annotated[Words, AfterValidator(_fillable)]
    en: Annotated[Words, AfterValidator(_fillable)]


class _Role(_Form):
    id: Name
    name: _Both
    task: _Both


class _Contact(_Form):
    id: Name
    role: Name
    within_minutes: Annotated[float, Field(gt=0, le=10_080)]
    how: _Both


class _Step(_Form):
    id: Name
    role: Name
    title: _Both


class _Message(_Form):
    id: Name
    title: _Both
    text: _Fillable


class _Playbook(_Form):
    title: _Both
    starts_on: tuple[Annotated[str, AfterValidator(_rule)], ...] = ()
    criteria: Annotated[tuple[_Both, ...], Field(min_length=1)]
    roles: Annotated[tuple[_Role, ...], Field(min_length=1)]
    contacts: Annotated[tuple[_Contact, ...], Field(min_length=1)]
    steps: Annotated[tuple[_Step, ...], Field(min_length=1)]
    messages: tuple[_Message, ...] = ()


def load_playbooks(root: Path) -> Mapping[str, Playbook]:
    """Every file of the folder, by its name; PlaybookError names what is wrong."""
    found = {file.stem: _read(file) for file in sorted(root.glob("*.yml"))}
    _each_rule_once(root, found)
    return found


def _read(file: Path) -> Playbook:
    try:
        form = read_form(_Playbook, file)
    except FormError as error:
        raise PlaybookError(str(error)) from error
    for field, rule in _broken(form):
        raise PlaybookError(f"{file}: {field}: {rule}")
    return _playbook(file.stem, form)


def _broken(form: _Playbook) -> Iterator[tuple[str, str]]:
    for name in ("roles", "contacts", "steps", "messages"):
        ids = [it.id for it in getattr(form, name)]
        for twice in {it for it in ids if ids.count(it) > 1}:
            yield name, f"{twice!r} stands here twice"
    roles = {it.id for it in form.roles}
    for name in ("contacts", "steps"):
        for it in getattr(form, name):
            if it.role not in roles:
                yield f"{name}.{it.id}.role", f"must be one of {', '.join(sorted(roles))}"


def _each_rule_once(root: Path, found: Mapping[str, Playbook]) -> None:
    starts: dict[str, str] = {}
    for slug, playbook in found.items():
        for rule in playbook.starts_on:
            if rule in starts:
                raise PlaybookError(
                    f"{root / slug}.yml: starts_on: {rule} starts {starts[rule]} already"
                )
            starts[rule] = slug


def _playbook(slug: str, form: _Playbook) -> Playbook:
    return Playbook(
        slug=slug,
        title=form.title.words,
        starts_on=frozenset(form.starts_on),
        criteria=tuple(it.words for it in form.criteria),
        roles=tuple(
            PlaybookRole(id=it.id, name=it.name.words, task=it.task.words) for it in form.roles
        ),
        contacts=tuple(
            Contact(id=it.id, role=it.role, within_s=it.within_minutes * 60, how=it.how.words)
            for it in form.contacts
        ),
        steps=tuple(
            PlaybookStep(id=it.id, role=it.role, title=it.title.words) for it in form.steps
        ),
        messages=tuple(
            PreparedMessage(id=it.id, title=it.title.words, text=it.text.words)
            for it in form.messages
        ),
    )
