"""Rules about content: ids, places, vocabulary, numbers and words."""

from collections.abc import Iterator, Mapping

from cppcc_cases.checks.rule import Finding, Subject, found, rule
from cppcc_cases.errors import Location, Path, Severity
from cppcc_cases.model import (
    Article,
    Case,
    Fact,
    Lifecycle,
    LocalityCode,
    Mention,
    Metric,
    Missing,
    Participant,
    StageState,
    Text,
)
from cppcc_cases.vocab.indicators import INDICATORS, indicator
from cppcc_cases.vocab.topics import TOPICS, topic

_ID = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


@rule(
    "bad-id",
    "编号只用小写字母、数字和连字符，以字母开头。",
    "An id is lower-case letters, digits and hyphens, and begins with a letter.",
)
def bad_id(subject: Subject) -> Iterator[Finding]:
    """Ids stand in addresses, file names and commands."""
    id_ = subject.value.id
    if not _ID.issuperset(id_) or not id_[:1].isalpha() or id_.endswith("-"):
        yield found(
            ("id",),
            f"编号“{id_}”不合规：只用小写字母、数字和连字符，以字母开头，"
            "如 taiyuan-platform-network",
            f"“{id_}” is no id: use lower-case letters, digits and hyphens, beginning with a "
            "letter, as in taiyuan-platform-network",
        )


@rule(
    "duplicate-id",
    "两个案例或两篇报道不能用同一个编号。",
    "No two cases, and no two articles, have one id.",
)
def duplicate_id(subject: Subject) -> Iterator[Finding]:
    """Of two with one id, the later is reported, with the place of the first."""
    at = _taken(subject)
    if at:
        yield found(
            ("id",),
            f"编号 {subject.value.id} 已在 {at} 用过，请换一个",
            f"the id {subject.value.id} is taken at {at}; choose another",
        )


def _taken(subject: Subject) -> Location | None:
    """Return where the id stands already, if an earlier article or case has it."""
    if isinstance(subject.value, Article):
        loaded = subject.corpus.article_owner(subject.value.id)
        if loaded is None or loaded.article is subject.value:
            return None
        return loaded.location(("article", "id"))
    owner = subject.corpus.owner(subject.value.id)
    if owner is None or owner[0].cases[owner[1]] is subject.value:
        return None
    return owner[0].location(("cases", owner[0].places[owner[1]], "id"))


@rule(
    "unknown-locality",
    "地区用现行六位区划代码。",
    "A locality is given by its present six-digit division code.",
)
def unknown_locality(subject: Subject) -> Iterator[Finding]:
    """A code that was retired is refused with its successor."""
    gazetteer = subject.corpus.gazetteer
    for path, code in _localities(subject):
        if code in gazetteer:
            continue
        heirs = gazetteer.successors(code)
        if heirs:
            now_zh = "、".join(f'"{heir.code}"（{heir.name.zh}）' for heir in heirs)
            now_en = ", ".join(f'"{heir.code}" ({heir.name.en})' for heir in heirs)
            zh, en = f"已经停用，现在是 {now_zh}", f"is no longer in use; it is now {now_en}"
        else:
            zh = '不存在，请查六位区划代码，如太原市是 "140100"'
            en = 'does not exist; look up the six-digit division code, such as "140100" for Taiyuan'
        yield found(path, f"区划代码 {code} {zh}", f"the division code {code} {en}")


def _localities(subject: Subject) -> Iterator[tuple[Path, LocalityCode]]:
    if isinstance(subject.value, Case):
        for index, code in enumerate(subject.value.localities):
            yield ("localities", index), code
    for path, part in subject.parts:
        if isinstance(part, Participant | Mention):
            yield (*path, "locality"), part.locality


@rule(
    "unknown-indicator",
    "指标要在指标表里。",
    "An indicator must be in the vocabulary.",
)
def unknown_indicator(subject: Subject) -> Iterator[Finding]:
    """Figures of unknown meaning can't be compared."""
    for path, part in subject.parts:
        if isinstance(part, Metric) and indicator(part.indicator) is None:
            hint = _near(part.indicator, {str(entry.id): entry.label for entry in INDICATORS})
            yield found(
                (*path, "indicator"),
                f"没有“{part.indicator}”这个指标，{hint.zh}；全部指标见 cases vocab indicators",
                f"there is no indicator “{part.indicator}”; {hint.en}; "
                "see cases vocab indicators for all",
            )


@rule("unknown-topic", "主题要在主题表里。", "A topic must be in the vocabulary.")
def unknown_topic(subject: Subject) -> Iterator[Finding]:
    """Topics are a controlled vocabulary."""
    if isinstance(subject.value, Case):
        for index, id_ in enumerate(subject.value.topics):
            if topic(id_) is None:
                hint = _near(id_, {entry.id: entry.label for entry in TOPICS})
                yield found(
                    ("topics", index),
                    f"没有“{id_}”这个主题，{hint.zh}；全部主题见 cases vocab topics",
                    f"there is no topic “{id_}”; {hint.en}; see cases vocab topics for all",
                )


def _near(written: str, known: Mapping[str, Text]) -> Text:
    from difflib import get_close_matches

    for id_, label in known.items():
        if written.strip() in (label.zh, label.en):
            return Text(zh=f"应写 {id_}", en=f"write {id_}")
    near = get_close_matches(written.lower().replace("-", "_"), known, n=1, cutoff=0.5)
    if near:
        return Text(zh=f"是不是 {near[0]}？", en=f"did you mean {near[0]}?")
    return Text(zh="请从表中选", en="choose one from the list")


@rule(
    "unit-mismatch",
    "单位要是该指标允许的单位。",
    "The unit must be one that the indicator allows.",
)
def unit_mismatch(subject: Subject) -> Iterator[Finding]:
    """A figure in a wrong unit is a wrong figure."""
    for path, part in subject.parts:
        known = indicator(part.indicator) if isinstance(part, Metric) else None
        if isinstance(part, Metric) and known and part.unit not in known.units:
            yield found(
                (*path, "unit"),
                f"指标 {known.id}（{known.label.zh}）的单位应是 {'、'.join(known.units)}，"
                f"不是“{part.unit}”",
                f"the unit of {known.id} ({known.label.en}) is {' or '.join(known.units)}, "
                f"not “{part.unit}”",
            )


@rule(
    "duplicate-metric",
    "一个案例里，同一指标、口径和时间只有一个数。",
    "A case has one figure for one indicator, scope and time.",
)
def duplicate_metric(subject: Subject) -> Iterator[Finding]:
    """Two figures for one thing contradict each other, or one is superfluous."""
    if isinstance(subject.value, Case):
        seen = set()
        for index, metric in enumerate(subject.value.metrics):
            key = (metric.indicator, metric.scope, metric.as_of, metric.period)
            if key in seen:
                yield found(
                    ("metrics", index),
                    f"指标 {metric.indicator} 在同一口径和时间下已有一个数，请合并或写明 scope",
                    f"{metric.indicator} is given already for this scope and time; "
                    "merge the two, or tell them apart by scope",
                )
            seen.add(key)


@rule(
    "rate-disagrees",
    "比率要等于分子除以分母，且在 0 到 100 之间。",
    "A rate equals its numerator over its denominator and lies between 0 and 100.",
)
def rate_disagrees(subject: Subject) -> Iterator[Finding]:
    """A stated rate that disagrees with its own parts is recomputed and refused."""
    for path, part in subject.parts:
        if not isinstance(part, Metric) or isinstance(part.value, Missing):
            continue
        known = indicator(part.indicator)
        if known is None or not known.is_rate:
            continue
        above, below = part.numerator, part.denominator
        if not 0 <= part.value <= 100:
            yield found(
                (*path, "value"),
                f"比率 {part.value} 不在 0 到 100 之间，请按百分数填写",
                f"the rate {part.value} is not between 0 and 100; give it in percent",
            )
        elif not isinstance(above, Missing) and not isinstance(below, Missing):
            exact = 100 * above / below if below else None
            step = 10.0 ** -len(str(part.value).partition(".")[2])
            if exact is None or abs(exact - part.value) >= step:
                now = "无法计算（分母为 0）" if exact is None else f"{exact:.4g}%"
                now_en = "nothing (denominator 0)" if exact is None else f"{exact:.4g}%"
                yield found(
                    (*path, "value"),
                    f"比率写 {part.value}%，但 {above} ÷ {below} 得 {now}，请核对三个数",
                    f"the rate is given as {part.value}%, but {above} ÷ {below} makes {now_en}; "
                    "check all three",
                )


@rule(
    "parts-without-rate",
    "只有比率才有分子和分母。",
    "Only a rate has a numerator and a denominator.",
)
def parts_without_rate(subject: Subject) -> Iterator[Finding]:
    """A count has no parts."""
    for path, part in subject.parts:
        known = indicator(part.indicator) if isinstance(part, Metric) else None
        if isinstance(part, Metric) and known and not known.is_rate:
            for name in ("numerator", "denominator"):
                if not isinstance(getattr(part, name), Missing):
                    yield found(
                        (*path, name),
                        f"{known.id}（{known.label.zh}）是计数，不是比率，请删去 {name}",
                        f"{known.id} ({known.label.en}) is a count, not a rate; delete {name}",
                    )


@rule("negative-figure", "数值不能小于 0。", "No figure is below zero.")
def negative_figure(subject: Subject) -> Iterator[Finding]:
    """What is counted here can't be negative."""
    for path, part in subject.parts:
        value = getattr(part, "value", 0)
        if isinstance(value, int | float) and value < 0:
            yield found(
                (*path, "value"), f"数值 {value} 小于 0，请核对", f"{value} is below zero; check it"
            )


@rule(
    "silent-stage",
    "来源没有写的阶段不列出，也没有“不适用”。",
    "A stage on which the source is silent is left out, and none is “not applicable”.",
)
def silent_stage(subject: Subject) -> Iterator[Finding]:
    """Each stage has one of four states, and the silent one is said by leaving it out."""
    for path, part in subject.parts:
        if isinstance(part, Lifecycle):
            for stage, state in part:
                claim = part.claim(stage)
                if getattr(part, stage.value) is Missing.NOT_APPLICABLE or (
                    claim and state is StageState.NOT_REPORTED
                ):
                    yield found(
                        (*path, stage.value),
                        f"来源没有写 {stage.value}，请删去这一段",
                        f"where the source is silent on {stage.value}, leave it out",
                    )


@rule(
    "wrong-language",
    "zh 要用中文写，en 里不夹汉字。",
    "What is under zh is Chinese, and there are no Chinese characters under en.",
)
def wrong_language(subject: Subject) -> Iterator[Finding]:
    """Both languages are complete, and neither is a copy of the other."""
    for path, part in subject.parts:
        if isinstance(part, Text | Fact | Participant):
            if not _has_han(part.zh):
                yield found(
                    (*path, "zh"),
                    "zh 里没有汉字，请用中文写；人名地名也写中文",
                    "there is no Chinese under zh; write it in Chinese, names included",
                )
            if _has_han(part.en):
                yield found(
                    (*path, "en"),
                    "en 里夹有汉字，请译成英文；专名用拼音",
                    "there are Chinese characters under en; translate them, names in pinyin",
                )


def _has_han(text: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" or char > "\U00020000" for char in text)


@rule(
    "no-limitations",
    "案例应写明局限：来源没有写什么。",
    "A case should state its limitations: what the source leaves out.",
    Severity.WARNING,
)
def no_limitations(subject: Subject) -> Iterator[Finding]:
    """Every newspaper article leaves something out."""
    if isinstance(subject.value, Case) and not subject.value.limitations:
        yield found(
            (),
            "这个案例没有写局限 limitations：来源没有写什么，请列出",
            "this case states no limitations; list what the source leaves out",
        )


@rule(
    "opening-needed",
    "报道的 opening 只在不以标题开头时写。",
    "An article's opening is given only where it does not begin with its headline.",
    Severity.WARNING,
)
def opening_needed(subject: Subject) -> Iterator[Finding]:
    """An opening that repeats the headline says nothing."""
    article = subject.value
    if (
        isinstance(article, Article)
        and article.opening
        and article.title.zh.startswith(article.opening)
    ):
        yield found(
            ("opening",),
            "opening 与标题相同，可以删去",
            "the opening repeats the headline and can be left out",
        )


@rule("kind-check", "机制类别自己的检查。", "What a mechanism's kind checks by itself.")
def kind_check(subject: Subject) -> Iterator[Finding]:
    """A kind may know rules of its own."""
    if isinstance(subject.value, Case):
        check = getattr(subject.value.mechanism, "check", None)
        if check is not None:
            for path, message in check(subject.value):
                yield Finding(path=("mechanism", *path), message=message)
