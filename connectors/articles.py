"""The help centre, as the edge and the assistant's customers see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from handoff.domain.errors import Unknown
from handoff.domain.messages import ArticleLink
from handoff.domain.people import Language
from handoff.ports import ArticleReference, FoundArticle, WholeArticle
from knowledge import pages
from knowledge.articles import Article
from knowledge.markup import rendered
from knowledge.search import Hit, Library

SHOWN = 10
"""Articles a search page lists."""


@dataclass(frozen=True, slots=True)
class HelpCentre:
    """Articles found, and their pages."""

    library: Library
    pictures: Mapping[str, str]

    def search(self, query: str, language: Language, limit: int) -> tuple[FoundArticle, ...]:
        """Best first."""
        return tuple(map(_found, self.library.search(query, language, limit)))

    def article(self, language: Language, slug: str) -> WholeArticle:
        """To be read in the chat; Unknown when there is no such article."""
        article = self._article(language, slug)
        return WholeArticle(
            reference=_reference(article),
            language=language,
            short_answer=article.short_answer,
            html=str(rendered(article.body_markdown).html),
            related=tuple(map(_reference, self._related(article))),
        )

    def link(self, language: Language, slug: str) -> ArticleLink:
        """An article with its short answer; Unknown when there is none."""
        article = self._article(language, slug)
        return _link(article, article.short_answer)

    def page(
        self, language: Language, slug: str, site: str = "", *, helpful: bool | None = None
    ) -> str:
        """A whole page, with thanks for a vote; Unknown when there is no such article."""
        article = self._article(language, slug)
        return pages.article_page(article, self._related(article), helpful, site)

    def index(self, language: Language, query: str | None) -> str:
        """All articles, or what a query found."""
        if query:
            return pages.search_page(language, query, self.library.search(query, language, SHOWN))
        return pages.index_page(language, self.library.all(language))

    def stylesheet(self) -> str:
        """The pages' CSS."""
        return (files("knowledge") / "style.css").read_text(encoding="utf-8")

    def picture(self, name: str) -> str:
        """A drawing within the articles; Unknown when there is none of that name."""
        try:
            return self.pictures[name]
        except KeyError:
            raise Unknown("no such picture") from None

    def _article(self, language: Language, slug: str) -> Article:
        article = self.library.article(language, slug)
        if article is None:
            raise Unknown("no such article")
        return article

    def _related(self, article: Article) -> list[Article]:
        related = (self.library.article(article.language, other) for other in article.related)
        return [other for other in related if other]


def _reference(article: Article) -> ArticleReference:
    return ArticleReference(
        slug=article.slug,
        title=article.title,
        url=f"/help/{article.language}/{article.slug}",
    )


def _found(hit: Hit) -> FoundArticle:
    return FoundArticle(link=_link(hit.article, hit.passage.text), score=hit.score)


def _link(article: Article, passage: str) -> ArticleLink:
    return ArticleLink(
        slug=article.slug,
        language=article.language,
        title=article.title,
        url=f"/help/{article.language}/{article.slug}",
        passage=passage,
    )
