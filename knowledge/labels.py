"""What the help pages say around the articles, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.articles import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The fixed words of the pages."""

    help: str
    other_language: str
    skip: str
    index_title: str
    index_lead: str
    all_topics: str
    trail: str
    search: str
    search_label: str
    search_hint: str
    search_example: str
    results_for: str
    quotes: tuple[str, str]
    nothing: str
    nothing_sure: str
    one_article: str
    articles: str
    browse: str
    short_answer: str
    contents: str
    related: str
    helpful: str
    yes: str
    no: str
    thanks: Mapping[bool, str]
    address: str
    reviewed: str
    audience: Mapping[Audience, str]
    person_label: str
    person_link: str
    hours_link: str


LABELS = {
    "de": Labels(
        help="Hilfe",
        other_language="English",
        skip="Zum Inhalt",
        index_title="Wie können wir helfen?",
        index_lead="Antworten für Freelancer und Auftraggeber.",
        all_topics="Alle Themen",
        trail="Wo du bist",
        search="Suchen",
        search_label="In der Hilfe suchen",
        search_hint="Frag in deinen Worten",
        search_example="Zum Beispiel: Wann kommt mein Geld?",
        results_for="Antworten auf",
        quotes=("„", "“"),
        nothing="Dazu haben wir keinen Artikel gefunden. Versuch es mit anderen Worten.",
        nothing_sure="Wir sind nicht sicher, ob einer dieser Artikel deine Frage beantwortet.",
        one_article="Ein Artikel",
        articles="Artikel",
        browse="Alle Themen ansehen",
        short_answer="Kurz gesagt",
        contents="Auf dieser Seite",
        related="Passt dazu",
        helpful="Hat dir das geholfen?",
        yes="Ja",
        no="Nein",
        thanks={
            True: "Danke! Schön, dass es geholfen hat.",
            False: "Danke. Das zählt, wenn wir unsere Artikel überarbeiten.",
        },
        address="Adresse dieser Seite:",
        reviewed="zuletzt geprüft am",
        audience={
            Audience.FREELANCER: "Für Freelancer",
            Audience.CLIENT: "Für Auftraggeber",
            Audience.BOTH: "Für Freelancer und Auftraggeber",
        },
        person_label="Deine Frage ist noch offen?",
        person_link="Sprich mit einem Menschen",
        hours_link="Wann wir da sind",
    ),
    "en": Labels(
        help="Help",
        other_language="Deutsch",
        skip="Skip to content",
        index_title="How can we help?",
        index_lead="Answers for freelancers and clients.",
        all_topics="All topics",
        trail="Where you are",
        search="Search",
        search_label="Search the help",
        search_hint="Ask in your own words",
        search_example="For example: When do I get my money?",
        results_for="Answers to",
        quotes=("“", "”"),
        nothing="We found no article about that. Try other words.",
        nothing_sure="We are not sure that one of these articles answers your question.",
        one_article="One article",
        articles="articles",
        browse="See all topics",
        short_answer="In short",
        contents="On this page",
        related="Goes with it",
        helpful="Did this help?",
        yes="Yes",
        no="No",
        thanks={
            True: "Thank you! We are glad that it helped.",
            False: "Thank you. It counts when we revise our articles.",
        },
        address="Address of this page:",
        reviewed="last reviewed on",
        audience={
            Audience.FREELANCER: "For freelancers",
            Audience.CLIENT: "For clients",
            Audience.BOTH: "For freelancers and clients",
        },
        person_label="Is your question still open?",
        person_link="Talk to a person",
        hours_link="When we are here",
    ),
}
