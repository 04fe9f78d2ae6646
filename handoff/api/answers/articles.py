"""Help articles and what they are worth."""

from handoff.api.answers.base import Answer
from handoff.domain.people import Language


class ArticleAnswer(Answer):
    """An article that answers; `score` in 0..1."""

    slug: str
    language: Language
    title: str
    url: str
    passage: str
    score: float


class ArticlesAnswer(Answer):
    """Best first."""

    articles: tuple[ArticleAnswer, ...]


class ReferenceAnswer(Answer):
    """Where an article is."""

    slug: str
    title: str
    url: str


class WholeArticleAnswer(ReferenceAnswer):
    """An article to be read in the chat; its HTML is cleaned and knows no scripts and styles."""

    language: Language
    short_answer: str
    html: str
    related: tuple[ReferenceAnswer, ...]


class ArticleVoteAnswer(Answer):
    """What the customer said last of an article that they were shown."""

    slug: str
    helpful: bool


class ShareAnswer(Answer):
    """A share in 0..1 with its 95 % interval (Wilson's, which holds for few votes too)."""

    value: float
    low: float
    high: float


class ArticleUsefulness(Answer):
    """`shown` in chats by the assistant; votes come from chats and help pages; null: no votes."""

    slug: str
    language: Language
    shown: int
    helpful: int
    not_helpful: int
    share: ShareAnswer | None


class UsefulnessAnswer(Answer):
    """The articles of the last `days`, worst first by the best that their votes still allow."""

    days: int
    articles: tuple[ArticleUsefulness, ...]
