"""Finds what is worth a second look, with spaCy's tokens and matcher; no model is needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from tone.rules import Kind, Rules, Spoken, Wording

GAP = 3
"""Words that `_` in a phrase may stand for."""

TERSE = 3
"""Words of a message that nobody calls friendly."""

LONGEST = 8000
"""Characters of a message that are looked at."""

_DATE = [{"TEXT": {"REGEX": r"^[0-9]{1,2}\.[0-9]{1,2}\.?([0-9]{2,4})?$"}}]


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the text (characters), what is wrong with it, and what to say instead."""

    kind: Kind
    start: int
    end: int
    hint: str


class Checker:
    """The rules of one language, made ready."""

    def __init__(self, rules: Rules, language: Spoken) -> None:
        """Build the matchers; whoever checks, checks from one thread at a time."""
        self._nlp = spacy.blank(language)
        self._nlp.add_pipe("sentencizer")
        self._hints = {kind: getattr(both, language) for kind, both in rules.hints.items()}
        self._worded: tuple[tuple[Kind, Any, list[str]], ...] = tuple(
            (kind, *self._matcher_of(getattr(wordings, language)))
            for kind, wordings in _worded(rules)
        )
        self._alone = frozenset(map(str.casefold, getattr(rules.curt_alone, language)))
        self._greets = self._matcher(getattr(rules.greetings, language))
        promise = rules.promise
        self._when = self._matcher(getattr(promise.when, language), _DATE)
        self._never = self._matcher(getattr(promise.never, language))
        self._claims = self._matcher(getattr(promise.claims, language))
        self._unbound = self._matcher(
            (*getattr(promise.careful, language), *getattr(promise.past, language))
        )
        self._always = self._matcher(getattr(promise.always, language))

    def check(self, text: str, *, first: bool = False) -> tuple[Finding, ...]:
        """All findings in their order; `first` when nobody has greeted the customer yet."""
        with self._nlp.memory_zone():  # words of messages are not kept
            doc = self._nlp(text[:LONGEST])
            found = [*self._said(doc), *self._lonely(doc), *self._promised(doc)]
            if first and not self._greeted(doc):
                found.append(Finding("greeting", 0, 0, self._hints["greeting"]))
        return tuple(sorted(found, key=lambda it: (it.start, it.end, it.kind)))

    def _said(self, doc: Doc) -> Iterator[Finding]:
        for kind, matcher, hints in self._worded:
            spans = [Span(doc, start, end, label=name) for name, start, end in matcher(doc)]
            for span in filter_spans(spans):
                hint = hints[int(self._nlp.vocab.strings[span.label])]
                yield Finding(kind, span.start_char, span.end_char, hint)

    def _lonely(self, doc: Doc) -> Iterator[Finding]:
        """A few bare words that are the whole message."""
        bare = doc.text.strip(" \n.!").casefold()
        words = sum(not (token.is_punct or token.is_space) for token in doc)
        terse = words <= TERSE and not self._kind(doc) and doc.text.rstrip()[-1:] == "."
        if bare in self._alone or terse:
            hint = next(hints[0] for kind, _, hints in self._worded if kind == "curt")
            yield Finding("curt", 0, len(doc.text), hint)

    def _promised(self, doc: Doc) -> Iterator[Finding]:
        for sentence in doc.sents:
            if sentence.text.rstrip().endswith("?"):
                continue
            spans = self._spans(self._always, sentence)
            careful = self._spans(self._unbound, sentence)
            if not spans and not careful and self._spans(self._claims, sentence):
                idle = {token.i for span in self._spans(self._never, sentence) for token in span}
                spans = [it for it in self._spans(self._when, sentence) if it.start not in idle]
            if spans:
                hint = self._hints["promise"]
                yield Finding("promise", spans[0].start_char, spans[-1].end_char, hint)

    def _kind(self, doc: Doc) -> bool:
        """Whether there is a greeting or thanks in it."""
        return bool(self._spans(self._greets, doc[:]))

    def _greeted(self, doc: Doc) -> bool:
        return any(span.start == 0 for span in self._spans(self._greets, doc[:]))

    def _spans(self, matcher: Any, sentence: Span) -> list[Span]:
        """In their order, counted in the whole text, the longer of those that overlap."""
        doc, offset = sentence.doc, sentence.start
        spans = (Span(doc, offset + start, offset + end) for _, start, end in matcher(sentence))
        return sorted(filter_spans(spans), key=lambda span: span.start)

    def _matcher(self, phrases: Iterable[str], *more: list[dict[str, Any]]) -> Any:
        matcher = Matcher(self._nlp.vocab)
        matcher.add("said", [*map(pattern, phrases), *more])
        return matcher

    def _matcher_of(self, wordings: tuple[Wording, ...]) -> tuple[Any, list[str]]:
        matcher = Matcher(self._nlp.vocab)
        for number, wording in enumerate(wordings):
            matcher.add(str(number), list(map(pattern, wording.say)))
        return matcher, [wording.hint for wording in wordings]


def pattern(phrase: str) -> list[dict[str, Any]]:
    """A phrase of the file as the matcher wants it."""
    return [part for word in phrase.split() for part in _token(word)]


def _token(word: str) -> list[dict[str, Any]]:
    if word == "_":
        return [{"OP": "?"}] * GAP
    choices = word.casefold().split("|")
    if not any("*" in choice for choice in choices):
        return [{"LOWER": {"IN": choices}}]
    written = "|".join(choice.replace("*", r"\S*") for choice in choices)
    return [{"LOWER": {"REGEX": f"^({written})$"}}]


def _worded(rules: Rules) -> tuple[tuple[Kind, Any], ...]:
    return ("accusing", rules.accusing), ("curt", rules.curt), ("jargon", rules.jargon)
