"""When a figure holds and what it counts, in words."""

from collections.abc import Callable, Iterable, Iterator

from cppcc_cases.model import JOINT, Edtf, Metric, Stands, When, WindowKind
from cppcc_cases.model.edtf import Bound
from cppcc_cases.report.words import Words
from cppcc_cases.text import Lang
from cppcc_cases.vocab.dimensions import COUNTING, PARTS, word_label

_Say = Callable[[Words, When, str | None], str]
_DIGITS = "〇一二三四五六七八九"


def window_text(words: Words, metric: Metric, *, short: bool = False) -> str:
    """Return when a figure holds: ``十三届三次会议以来，2025年``; that it is not told, if so.

    A ``short`` one leaves out the number of a session, its cut-off, and how the time is known.
    """
    when = metric.when
    told = _TOLD[when.kind](words, when, None if short else metric.session_no)
    if short:
        return told
    if when.to:
        told = words.phrases([told, words["to_day"].format(when.to.describe(words.lang))])
    return told + (words.brackets(words["derived"]) if when.rule else "")


def _year(words: Words, date: Edtf | None) -> str:
    return date.describe(words.lang) if date else words["year_unsaid"]


def _session(words: Words, when: When, number: str | None) -> str:
    since = when.kind is WindowKind.SINCE_SESSION
    if number:
        named = words["since_no" if since else "session_no"].format(_numbered(words, number))
        return words.phrases([named, _year(words, when.date)])
    if when.date is None:
        bare = words["since_bare" if since else "session_bare"]
        return words.phrases([bare, words["year_unsaid"]])
    return words["since_of" if since else "session_of"].format(_year(words, when.date))


def _numbered(words: Words, number: str) -> str:
    term, _, session = number.partition("-")
    if words.lang is Lang.EN:
        return f"{term}-{session}"
    return f"{in_chinese(term)}届{in_chinese(session)}次"


def in_chinese(digits: str) -> str:
    """Return a number below a hundred in Chinese numerals; anything else as it is."""
    if not digits.isdigit() or len(digits) > 2:
        return digits
    tens, ones = divmod(int(digits), 10)
    head = ("十" if tens == 1 else f"{_DIGITS[tens]}十") if tens else ""
    return head + (_DIGITS[ones] if ones or not tens else "")


def _dated(key: str, bare: str) -> _Say:
    def say(words: Words, when: When, _: str | None) -> str:
        if when.date is None:
            return words["year_unsaid"]
        ends = when.date.start is when.date.end is Bound.DATED
        return words[key if ends else bare].format(when.date.describe(words.lang))

    return say


def _as_of(words: Words, when: When, _: str | None) -> str:
    span = when.date is not None and "/" in when.date.text
    return _dated("as_of_between" if span else "as_of", "as_of_bare")(words, when, None)


def _event(words: Words, when: When, _: str | None) -> str:
    told = words["event"]
    return words.phrases([told, when.date.describe(words.lang)]) if when.date else told


_TOLD: dict[WindowKind, _Say] = {
    WindowKind.SESSION: _session,
    WindowKind.SINCE_SESSION: _session,
    WindowKind.YEAR: lambda words, when, _: (
        _year(words, when.date) if when.date else words["year_bare"]
    ),
    WindowKind.TERM: _dated("term_of", "term_of"),
    WindowKind.SPAN: _dated("over", "over_bare"),
    WindowKind.TOTAL: _dated("total_to", "total_to"),
    WindowKind.AS_OF: _as_of,
    WindowKind.EVENT: _event,
    WindowKind.UNKNOWN: lambda words, _, __: words["time_unsaid"],
}


def words_text(words: Words, ids: Iterable[str]) -> str:
    """Return words of dimensions as an enumeration, in the order of the vocabulary."""
    return words.join(words.of(word_label(id_)) for id_ in sorted(ids, key=word_place))


def word_place(id_: str) -> int:
    """Return where a word stands in an enumeration: topics stand behind all others."""
    return _PLACE.get(id_, len(_PLACE))


_PLACE = {word: place for place, word in enumerate((*PARTS, *COUNTING))}


def identity(words: Words, metric: Metric, known: Iterable[str] = ()) -> Iterator[str]:
    """Yield what tells a figure apart beside its time; ``known`` words need not be said again."""
    said = set(known)
    apart = [one for one in (*metric.part, *metric.counting) if one not in said]
    if apart:
        yield words_text(words, apart)
    if metric.stands is not Stands.REPORTED:
        yield words.of(metric.stands.label)
    if metric.as_printed:
        yield words["as_printed"].format(words.quoted(metric.as_printed))
    if metric.of == JOINT:
        yield words["joint_figure"]
