"""The article that a case is read from."""

from attrs import field, frozen

from cppcc_cases.model.claims import ArticleId, Dating
from cppcc_cases.model.labels import label
from cppcc_cases.model.missing import Maybe, Missing
from cppcc_cases.text import Text


@frozen(kw_only=True)
class Gap:
    """A place where the printed text is cut, out of order or misprinted."""

    paragraph: int = field(metadata=label("段落", "paragraph"))
    text: Text = field(metadata=label("内容", "text"))


@frozen(kw_only=True)
class Article:
    """One newspaper article. What the page does not print stays unknown and is never guessed.

    ``opening`` is given only where the article does not begin with its headline: a few words of its
    first paragraph, from which paragraphs are counted.
    """

    id: ArticleId = field(metadata=label("编号", "id"))
    title: Text = field(metadata=label("标题", "title"))
    column: Maybe[Text] = field(default=Missing.NOT_REPORTED, metadata=label("栏目", "column"))
    byline: Maybe[Text] = field(default=Missing.NOT_REPORTED, metadata=label("署名", "byline"))
    publisher: Maybe[Text] = field(
        default=Missing.NOT_REPORTED, metadata=label("报纸", "publisher")
    )
    published: Dating = field(metadata=label("刊期", "published"))
    opening: str | None = field(default=None, metadata=label("开头", "opening"))
    gaps: tuple[Gap, ...] = field(default=(), metadata=label("缺损", "gaps"))
