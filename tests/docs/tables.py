"""Tables of the documentation that are made of the code, and put into the pages by ``renew``."""

import re
from collections.abc import Callable, Iterable, Sequence

from tests.docs.pages import Page

from cppcc_cases.comparison.verdict import Verdict, rules
from cppcc_cases.model import Text
from cppcc_cases.plugins.registry import Registry, built_in
from cppcc_cases.report.codebook_entries import ClassEntry, FieldEntry, codebook
from cppcc_cases.vocab.dimensions import dimension_of

REGISTRY = built_in(Registry.installed())
BOOK = codebook(REGISTRY)
LISTS = {
    "stages": "Stage",
    "states": "StageState",
    "outcomes": "OutcomeKind",
    "statuses": "OutcomeStatus",
    "qualifiers": "Qualifier",
    "gaps": "GapKind",
    "tiers": "Tier",
    "directions": "Direction",
    "forms": "Form",
    **{name: name.capitalize() for name in ("basis", "missing")},
    "levels": "Level",
    "windows": "WindowKind",
    "stands": "Stands",
    "natures": "Nature",
    "counted": "Counted",
    "covers": "Covers",
    "read": "Read",
    "made-by": "MadeBy",
    "parts": "part",
    "counting": "counting",
    **{name: name for name in ("indicators", "units", "topics")},
}
"""The vocabularies by the anchors of their sections."""
APART = ("kinds", "rules")
"""The sections whose tables are of no vocabulary."""
_LINKED = {"Figure", "Participant", *(one.id for one in BOOK.parts)}
"""The classes in fields of kinds that have a table of their own; a Fact goes without saying."""
_ANCHORS = {list_: id_ for id_, list_ in LISTS.items()}
_TABLE = re.compile(r"(?<=\n\n)\|[^\n]*\|\n\| --- [^\n]*\|\n(?P<rows>(?:\|[^\n]*\|\n)*)")


def vocabulary(page: Page, lang: str) -> str:
    """Return the page on the vocabulary with the rows that the code gives each of its tables."""
    text = page.text
    for id_ in page.ids:
        text = _put(text, id_, "".join(_line(row) for row in _rows(id_, lang)))
    return text


def _rows(id_: str, lang: str) -> Iterable[tuple[str, ...]]:
    said = _teller(lang)
    if id_ == "kinds":
        for kind in BOOK.kinds:
            yield f"`{kind.id}`", said(kind.label), said(kind.definition)
        return
    if id_ == "rules":
        for one in REGISTRY.indicators.values():
            choices = (said(one.nature.label), said(one.rule.label), said(one.covers.label))
            words = (one.parts, one.counting, one.needs, one.divisors)
            yield f"`{one.id}`", *choices, *map(_ids, words)
        return
    (entries,) = (one for one in BOOK.vocabularies if one.id == LISTS[id_])
    for word in entries.words:
        units = (_ids(word.units),) * (id_ == "indicators")
        marks = (word.mark,) * bool(word.mark)
        dimension = f" `{dimension_of(word.id)}`" if id_ in ("parts", "counting") else ""
        about = said(word.definition) + dimension
        yield f"`{word.id}`", said(word.label), *units, *marks, about


def _ids(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words) or "–"


def digest(page: Page, lang: str) -> str:
    """Return the page on digests with the verdicts, and the reasons with their effects."""
    said = _teller(lang)
    lists = {one.id: one.words for one in BOOK.vocabularies}
    table = rules()
    effects = {name: said(Verdict(id_).label) for name, id_ in table["effects"].items()}
    effects["note"] = {"zh": "只作说明", "en": "a note"}[lang]
    may = {True: {"zh": "可以", "en": "yes"}[lang], False: "–"}
    verdicts = [(f"`{w.id}`", said(w.label), said(w.definition)) for w in lists["Verdict"]]
    reasons = [
        (
            f"`{word.id}`",
            said(word.label),
            effects[rule["counts"]],
            effects[rule["rates"]],
            may[rule["arithmetic"]],
            said(word.definition),
        )
        for word, rule in zip(lists["Reason"], table["reasons"].values(), strict=True)
    ]
    text = _put(page.text, "verdicts", "".join(map(_line, verdicts)))
    return _put(text, "reasons", "".join(map(_line, reasons)))


def model(page: Page, lang: str) -> str:
    """Return the page on the model with the kinds, their parts and the stages as the code has them.

    The classes that every case is made of are described by hand.
    """
    said = _teller(lang)
    stages = next(one.words for one in BOOK.vocabularies if one.id == "Stage")
    full_stop = "。" if lang == "zh" else "."
    lines = [
        _line((f"`{one.id}`", said(one.label), "–", _capital(said(one.label)) + full_stop))
        for one in stages
    ]
    text = _put(page.text, "stages", "".join(lines))
    kinds = [(one, _capital(said(one.label)) + full_stop) for one in BOOK.kinds]
    parts = [(one, f"{said(one.definition)}{_holders(one, lang)}") for one in BOOK.parts]
    return _sections(_sections(text, "kinds", kinds, lang), "parts", parts, lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _holders(part: ClassEntry, lang: str) -> str:
    """Return in which fields of which kinds a part stands."""
    held = [
        f"`{kind.id}.{one.id}`"
        for kind in BOOK.kinds
        for one in kind.fields
        if part.id in re.findall(r"\w+", one.holds.en)
    ]
    return f"用在 {'、'.join(held)}。" if lang == "zh" else f" Used in {', '.join(held)}."


_HEADS = {
    "zh": ("字段", "名称", "必填", "含义"),
    "en": ("Field", "Name", "Required", "Meaning"),
}


def _sections(text: str, id_: str, classes: Sequence[tuple[ClassEntry, str]], lang: str) -> str:
    """Return a text with other sections of the third level behind an anchor, up to the next."""
    before, anchor, rest = text.partition(f'<a id="{id_}"></a>')
    head, heading, rest = rest.partition("\n### ")
    assert heading, id_
    _, following, after = rest.partition("\n<a id=")
    made = "".join(
        f"\n### `{one.id}`\n\n{about}\n\n{_line(_HEADS[lang])}{_line(('---',) * 4)}"
        + "".join(_line(_field(one, lang)) for one in one.fields)
        for one, about in classes
    )
    return before + anchor + head + made + following + after


def _field(one: FieldEntry, lang: str) -> tuple[str, ...]:
    said = _teller(lang)
    links = []
    for name in re.findall(r"\w+", one.holds.en):
        if name in _LINKED:
            link = f"[`{name}`](#{name.lower()})"
            links.append(f"写成 {link}。" if lang == "zh" else f"Written as {link}.")
        elif name in _ANCHORS and name != "Missing":
            link = f"(vocabulary.md#{_ANCHORS[name]})"
            links.append(f"用[词汇表]{link}里的词。" if lang == "zh" else f"See the [list]{link}.")
    if "Fact[]" in one.holds.en or (links and "[]" in one.holds.en):
        links.append("可以写几项。" if lang == "zh" else "A list.")
    required = {"zh": "是", "en": "yes"}[lang] if one.required else "–"
    meaning = ("" if lang == "zh" else " ").join([_code(said(one.definition)), *links])
    return f"`{one.id}`", said(one.label), required, meaning


def _code(text: str) -> str:
    return text.replace("{}", "`{}`")


def _teller(lang: str) -> Callable[[Text | None], str]:
    def said(text: Text | None) -> str:
        assert text is not None
        return (text.zh if lang == "zh" else text.en) or "–"

    return said


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _put(text: str, id_: str, rows: str) -> str:
    """Return a text with other rows in the first table behind an anchor."""
    before, anchor, rest = text.partition(f'<a id="{id_}"></a>')
    hit = _TABLE.search(rest)
    assert hit, id_
    return before + anchor + rest[: hit.start("rows")] + rows + rest[hit.end("rows") :]
