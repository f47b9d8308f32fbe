"""The figures of a case → its title and its summary, in both languages, by rule.

What is no sound result is never told as one: a plan or a count that is not final says what it is,
of what the source contradicts itself on no number is given, and a part is called a part. Each
figure is told once, behind the time for which it holds.
"""

from collections.abc import Iterable, Iterator

from cppcc_cases.model import (
    JOINT,
    Basis,
    Case,
    Lang,
    Locality,
    Metric,
    Missing,
    Stands,
    Text,
    When,
    WindowKind,
)
from cppcc_cases.model.observation import YEARLY
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.report.windows import in_chinese, words_text
from cppcc_cases.report.wording import stated, who
from cppcc_cases.report.words import Words
from cppcc_cases.text import plural
from cppcc_cases.vocab.gazetteer import Gazetteer
from cppcc_cases.vocab.indicators import OTHER

_NAMED = 3
"""So many places are named; more are counted."""
_TOLD = 10
"""So many figures are told in a summary; the rest is counted."""
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh"}
_TITLED = (*YEARLY, WindowKind.TERM, WindowKind.SPAN)
"""The kinds of time that make a title; else it says when that was reported."""
# Of each kind of time: with its date, and without.
_ZH = {
    WindowKind.YEAR: ("{}", "某一年（年份没有写明）"),
    WindowKind.TERM: ("{}这一届", ""),
    WindowKind.SPAN: ("{}", ""),
    WindowKind.TOTAL: ("从开始累计到{}", ""),
    WindowKind.AS_OF: ("{}时", ""),
    WindowKind.EVENT: ("{}的一次活动", "一次活动"),
    WindowKind.UNKNOWN: ("", "（时间没有写明）"),
}
_EN = {
    WindowKind.YEAR: ("in {}", "in a year that is not stated"),
    WindowKind.TERM: ("over the term {}", ""),
    WindowKind.SPAN: ("over {}", ""),
    WindowKind.TOTAL: ("from the start to {}", ""),
    WindowKind.AS_OF: ("as of {}", ""),
    WindowKind.EVENT: ("on one occasion, {}", "on one occasion"),
    WindowKind.UNKNOWN: ("", "at a time not stated"),
}


class Teller:
    """Tells of a case in one language."""

    def __init__(self, lang: Lang, registry: Registry, case: Case, reported: str) -> None:
        self.lang, self.zh, self.case = lang, lang is Lang.ZH, case
        self.words = Words(lang, registry)
        self.reported = reported
        found = (Gazetteer.shipped().get(code) for code in case.localities)
        self.places = [place for place in found if place]
        self.one_basis = len({one.basis for one in case.metrics if _is_number(one)}) == 1

    def title(self) -> str:
        """Return place, time and practice."""
        topic = self.words.registry.topics.get(self.case.mechanism.kind)
        name = topic.label if topic else self.case.mechanism.name
        sound = [one for one in self.case.metrics if _is_number(one) and not one.conflict]
        whens = {one.when: one for one in sound if one.stands is Stands.REPORTED}
        one = next(iter(whens.values())) if len(whens) == 1 else None
        what = self.words.of(name)
        if one is None or one.when.kind not in _TITLED:
            year = self.reported
            told = f"{what}（{year}年报道）" if self.zh else f"{what} (reported in {year})"
            told = told if year else what
        else:
            time = self.time(one, brief=True)
            told = f"{time}的{what}" if self.zh else f"{what} {time}"
        return f"{self.where(self.places)}{'：' if self.zh else ': '}{told}"

    def summary(self) -> str:
        """Return what the source tells in figures."""
        sound = [one for one in self.case.metrics if _is_number(one) and not one.conflict]
        totals = [one for one in sound if _is_whole(one)]
        ordered = [*totals, *(one for one in sound if not _is_whole(one))]
        told, left = ordered[:_TOLD], len(ordered) - _TOLD
        said = [*self._sentences(told), *self._contradicted()]
        if not said:
            place = self.where(self.places)
            said = [f"{place}：报道没有给出数字。" if self.zh else f"{place}: no figure is given."]
        results = [one for one in sound if one.stands is Stands.REPORTED]
        if results and not any(map(_is_whole, results)):
            zh, en = (
                "报出的实绩都只是其中一部分，没有总数。",
                "The results are of parts only, without a total.",
            )
            said.append(zh if self.zh else en)
        if left > 0:
            en = f"{plural(left, 'more figure')} can be found among the metrics."
            said.append(f"另有{left}个数，见指标数据。" if self.zh else en)
        said += self._who(sound)
        return "".join(said) if self.zh else " ".join(said)

    def where(self, places: Iterable[Locality]) -> str:
        """Return places by their names, or the first with how many there are."""
        names = [self.words.of(one.name) for one in places]
        first = names[:1]
        if len(names) > _NAMED:
            count = len(names)
            return (
                f"{names[0]}等{count}个地区"
                if self.zh
                else f"{names[0]} and {count - 1} other places"
            )
        if self.zh:
            return "、".join(names)
        return (
            " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(first)
        )

    def _sentences(self, told: list[Metric]) -> Iterator[str]:
        """Yield a sentence for all figures of one place and time that stand for the same."""
        groups: dict[tuple[object, ...], list[Metric]] = {}
        for one in sorted(told, key=lambda one: one.stands is not Stands.REPORTED):
            groups.setdefault((one.of, one.when, one.session_no, one.stands), []).append(one)
        before: object = None
        for key, group in groups.items():
            yield self._sentence(group, again=before == key[:3])
            before = key[:3]

    def _sentence(self, group: list[Metric], *, again: bool) -> str:
        """Return a sentence, which need not say ``again`` of which place and time it is."""
        one = group[0]
        own = [place for place in self.places if place.code == one.of]
        where = self.where(own or self.places)
        joint = one.of == JOINT and len(self.places) > 1
        rough = one.stands is not Stands.REPORTED
        kind = self.words.of(one.stands.label)
        if self.zh:
            lead = "同一时期" if again else f"{where}{'共同，' if joint else ''}{self.time(one)}"
            lead += f"，{kind}（不是最后的实绩）" if rough else ""
            return f"{lead}：{'，'.join(self.clause(each) for each in group)}。"
        lead = f"{where}{' together' if joint else ''}, {self.time(one)}"
        lead = "For the same time" if again else lead
        lead += f", {kind} figures (not final results)" if rough else ""
        return f"{lead}: {'; '.join(self.clause(each) for each in group)}."

    def clause(self, one: Metric) -> str:
        """Return what a figure counts and how many."""
        notes = (
            [] if self.one_basis and one.basis is not Basis.DERIVED else who(self.words, one.basis)
        )
        number = stated(self.words, one) + "".join(map(self.words.brackets, notes))
        return f"{self.name(one)}{'' if self.zh else ', '}{number}"

    def name(self, one: Metric) -> str:
        """Return what a figure counts, and of what part and how, if that is said."""
        name = self.words.indicator(one.indicator)
        known = self.words.registry.indicators.get(one.indicator)
        if one.unit == "percent" and one.part and not (known and known.is_rate):
            name = self.words["share_of_all"].format(name)
        if one.indicator == OTHER and one.as_printed and self.zh:
            name = self.words.quoted(one.as_printed)
        apart = words_text(self.words, (*one.part, *one.counting))
        return name + (self.words.brackets(apart) if apart else "")

    def _contradicted(self) -> Iterator[str]:
        names = dict.fromkeys(self.name(one) for one in self.case.metrics if one.conflict)
        if names:
            told = self.words.join(names)
            yield (
                f"关于{told}，来源的说法互相矛盾，这里不引。"
                if self.zh
                else f"On {told} the source contradicts itself, so that no number is given here."
            )

    def _who(self, sound: list[Metric]) -> Iterator[str]:
        basis = sound[0].basis if sound and self.one_basis else Basis.NEWSPAPER
        if basis not in (Basis.NEWSPAPER, Basis.DERIVED):
            label = self.words.of(basis.label)
            yield f"以上出自{label}。" if self.zh else f"All this is according to {label}."

    def time(self, one: Metric, *, brief: bool = False) -> str:
        """Return when a figure holds; if ``brief``, not until when it was counted."""
        when = one.when
        date = when.date.describe(self.lang) if when.date else ""
        if when.kind in (WindowKind.SESSION, WindowKind.SINCE_SESSION):
            told = self._session(when, date, one.session_no)
        else:
            dated, bare = (_ZH if self.zh else _EN)[when.kind]
            told = dated.format(date) if date else bare
            if when.kind is WindowKind.AS_OF and when.date and "/" in when.date.text:
                told = f"{date}之间的某一天" if self.zh else f"on some day within {date}"
        notes = []
        if when.to:
            to = when.to.describe(self.lang)
            notes.append(f"统计到{to}" if self.zh else f"counted to {to}")
        if when.rule:
            notes.append("时间是推算的" if self.zh else "time derived")
        return told + (
            self.words.brackets(self.words.phrases(notes)) if notes and not brief else ""
        )

    def _session(self, when: When, date: str, number: str | None) -> str:
        since = when.kind is WindowKind.SINCE_SESSION
        if self.zh:
            which = f"{date}全体会议" if date else "一次全体会议"
            if number:
                term, session = map(in_chinese, number.split("-"))
                which = f"{date}{term}届{session}次会议"
            return which + ("以来" if since else "期间") + ("" if date else "（年份没有写明）")
        which = f"the {date} session" if date else "a session whose year is not stated"
        if number:
            of, which = (_ordinal(int(each)) for each in number.split("-"))
            which = f"the {which} session of the {of} committee"
            which += f" in {date}" if date else ", in a year that is not stated"
        return f"{'since' if since else 'at'} {which}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
    return _ORDINALS.get(number, f"{number}{ending}")


def _is_number(one: Metric) -> bool:
    return not isinstance(one.value, Missing)


def _is_whole(one: Metric) -> bool:
    return set(one.part) <= {"whole"}


def title(case: Case, registry: Registry, reported: str) -> Text:
    """Return the title of a case that an article of a year (or of none, empty) tells."""
    zh, en = (Teller(lang, registry, case, reported).title() for lang in Lang)
    return Text(zh=zh, en=en)


def summary(case: Case, registry: Registry) -> Text:
    """Return the summary of a case."""
    zh, en = (Teller(lang, registry, case, "").summary() for lang in Lang)
    return Text(zh=zh, en=en)
