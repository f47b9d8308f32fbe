"""The codebook → a document, in one language or in both, and plain values for JSON."""

from collections.abc import Iterator

from cppcc_cases.codec import Plain
from cppcc_cases.model import EVERY_STAGE, Lang, Text
from cppcc_cases.report.codebook_entries import (
    ClassEntry,
    Codebook,
    CodeEntry,
    FieldEntry,
    KindEntry,
    WordEntry,
    WordList,
)
from cppcc_cases.report.document import Block, Document, Heading, Paragraph, Table
from cppcc_cases.report.plain import plain_fields
from cppcc_cases.report.words import WORDS

Cell = tuple[str, ...]
BOTH = (Lang.ZH, Lang.EN)
_NOTE = Text(
    zh="数据文件里每个字段、每个词、每项检查指什么。取值一栏里，“[]”是列表，写着 Missing 的可以说"
    "明为什么没有；"
    "不必填的字段没有内容就删去，意思是“未写明”。",
    en="What each field, word and check of data files means. Under “Holds”, “[]” is a list, and "
    "where Missing stands one may say why there is nothing. A field that is not required is left "
    "out where there is nothing to say, and then means “not stated”.",
)
_STAGES = Text(zh="能写的流程阶段：", en="Stages that it can describe: ")
_ALL = Text(zh="全部。", en="all.")
_NONE = Text(zh="没有。", en="none.")
_IF_ANY = ("units", "mark")
_CHECKS = Text(zh="这一类自己的检查：", en="What it checks by itself:")


def codebook_document(book: Codebook, langs: tuple[Lang, ...]) -> Document:
    """Return a codebook as a document in the languages given; two stand side by side."""
    return Document(blocks=tuple(_Writer(langs).blocks(book)))


class _Tongue:
    """Speaks one language or two: names below each other, definitions side by side."""

    def __init__(self, langs: tuple[Lang, ...]) -> None:
        self.langs = langs

    def header(self, *keys: str) -> Cell:
        """Return the names of columns."""
        return tuple(map(self.word, keys))

    def each(self, key: str) -> Cell:
        """Return the names of columns that stand once for each language."""
        return tuple(WORDS[key].in_(lang) for lang in self.langs)

    def word(self, key: str) -> str:
        """Return a word of the catalogue."""
        return " · ".join(self.names(WORDS[key]))

    def names(self, text: Text | None) -> Cell:
        """Return a name in each language, once where they are the same."""
        said = (text.in_(lang) for lang in self.langs) if text else ()
        return tuple(dict.fromkeys(name for name in said if name)) or ("–",)

    def texts(self, text: Text | None) -> tuple[Cell, ...]:
        """Return a definition as one cell a language."""
        return tuple((text.in_(lang) if text else "–",) for lang in self.langs)

    def prose(self, text: Text) -> Iterator[Block]:
        """Yield a paragraph in each language."""
        for lang in self.langs:
            yield Paragraph(text=text.in_(lang))


class _Writer:
    """Writes a codebook, block by block."""

    def __init__(self, langs: tuple[Lang, ...]) -> None:
        self.say = _Tongue(langs)

    def blocks(self, book: Codebook) -> Iterator[Block]:
        """Yield the blocks of a codebook."""
        yield Heading(level=1, text=self.say.word("codebook"))
        yield from self.say.prose(_NOTE)
        for section, entries in (
            ("classes", book.classes),
            ("parts", book.parts),
            ("others", book.others),
        ):
            if section == "parts":
                yield Heading(level=2, text=self.say.word("kinds"))
                for kind in book.kinds:
                    yield from self.kind(kind)
            if entries:
                yield Heading(level=2, text=self.say.word(section))
            for entry in entries:
                yield from self.cls(entry)
        yield Heading(level=2, text=self.say.word("vocabularies"))
        for words in book.vocabularies:
            yield from self.words(words)
        yield Heading(level=2, text=self.say.word("codes"))
        yield self.codes(book.codes)

    def cls(self, entry: ClassEntry) -> Iterator[Block]:
        """Yield a class: what it is, and a table of its fields."""
        yield from self.head(entry)
        yield Table(
            header=(
                *self.say.header("field", "name", "required", "holds"),
                *self.say.each("definition"),
            ),
            rows=tuple(map(self.field, entry.fields)),
        )

    def kind(self, entry: KindEntry) -> Iterator[Block]:
        """Yield a kind of mechanism: its fields, its stages and its own checks."""
        yield from self.cls(entry)
        yield from self.say.prose(_stages(entry))
        if entry.codes:
            yield from self.say.prose(_CHECKS)
            yield self.codes(entry.codes)

    def words(self, entry: WordList) -> Iterator[Block]:
        """Yield a vocabulary."""
        yield from self.head(entry)
        more = [key for key in reversed(_IF_ANY) if any(getattr(w, key) for w in entry.words)]
        yield Table(
            header=(*self.say.header("id", "name", *more), *self.say.each("definition")),
            rows=tuple(self.row(word, more) for word in entry.words),
        )

    def row(self, word: WordEntry, more: list[str]) -> tuple[Cell, ...]:
        """Return a word as a row of a table."""
        cells = {"mark": (word.mark,), "units": word.units}
        return (
            (word.id,),
            self.say.names(word.label),
            *(cells[key] for key in more),
            *self.say.texts(word.definition),
        )

    def field(self, entry: FieldEntry) -> tuple[Cell, ...]:
        """Return a field as a row of a table."""
        required = self.say.names(WORDS["yes" if entry.required else "no"])
        return (
            (entry.id,),
            self.say.names(entry.label),
            required,
            self.say.names(entry.holds),
            *self.say.texts(entry.definition),
        )

    def codes(self, entries: tuple[CodeEntry, ...]) -> Table:
        """Return a table of checks."""
        return Table(
            header=(*self.say.header("id", "severity"), *self.say.each("asks")),
            rows=tuple(
                (
                    (one.id,),
                    self.say.names(WORDS[one.severity.value]),
                    *self.say.texts(one.definition),
                )
                for one in entries
            ),
        )

    def head(self, entry: ClassEntry | WordList) -> Iterator[Block]:
        """Yield the heading of a class or a vocabulary, and what it is."""
        names = self.say.names(entry.label) if entry.label else ()
        yield Heading(level=3, text=" · ".join((entry.id, *names)))
        if entry.definition:
            yield from self.say.prose(entry.definition)


def _stages(entry: KindEntry) -> Text:
    if set(entry.stages) == EVERY_STAGE:
        return Text(zh=_STAGES.zh + _ALL.zh, en=_STAGES.en + _ALL.en)
    if not entry.stages:
        return Text(zh=_STAGES.zh + _NONE.zh, en=_STAGES.en + _NONE.en)
    return Text(
        zh=_STAGES.zh + "、".join(stage.label.zh for stage in entry.stages) + "。",
        en=_STAGES.en + ", ".join(stage.label.en for stage in entry.stages) + ".",
    )


def plain_codebook(book: Codebook) -> Plain:
    """Return a codebook in both languages."""
    return {**plain_fields(book), "vocabularies": [_plain_words(one) for one in book.vocabularies]}


def _plain_words(entry: WordList) -> Plain:
    """Return a vocabulary; units and marks stand only where there are any."""
    words: list[Plain] = [
        {key: told for key, told in plain_fields(word).items() if told or key not in _IF_ANY}
        for word in entry.words
    ]
    return {**plain_fields(entry), "words": words}
