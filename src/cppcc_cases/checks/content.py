"""Rules about content: ids, places, vocabulary, numbers and words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from cppcc_cases.checks.rule import FROM_LIST, Subject, found, near, rule, sparing
from cppcc_cases.errors import Finding, Location, Path, Severity
from cppcc_cases.model import (
    Article,
    Case,
    Evidence,
    Fact,
    Level,
    Lifecycle,
    Locality,
    LocalityCode,
    Mention,
    Missing,
    Participant,
    StageState,
    Text,
)
from cppcc_cases.model.walk import walk
from cppcc_cases.text import NO_ENGLISH, plural
from cppcc_cases.vocab.gazetteer import Gazetteer, LocalityError
from cppcc_cases.vocab.gazetteer_hints import ZONE
from cppcc_cases.vocab.hosts import host_of, is_known

NO_SUCH_CODE = Text(zh="没有这个区划代码", en="there is no such division code")
_CITED = re.compile(r"\[([0-9]+)\]")
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
    "no-english",
    "要给别人用的案例，中英文都写。",
    "A case for others is in both languages.",
    Severity.WARNING,
)
def no_english(subject: Subject) -> Iterator[Finding]:
    """One's own cases may go without; that is told once, with where the first stands."""
    texts: list[tuple[Path, Text | Fact | Participant]] = [
        *subject.of(Text),
        *subject.of(Fact),
        *subject.of(Participant),
    ]
    without = [path for path, one in texts if one.en == NO_ENGLISH]
    if without:
        count = len(without)
        yield found(
            without[0],
            f"这里起有{count}处没有写英文 en，英文版里显示“{NO_ENGLISH}”；只给自己用可以不管",
            f"the English, en, is left out in {plural(count, 'place')}, the first of them here, "
            f"and shown as “{NO_ENGLISH}”; that is fine for your own use",
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
        id_, here = subject.value.id, at.file == subject.loaded.file
        yield found(
            ("id",),
            f"编号“{id_}”已在{f'第{at.line}行' if here else f' {at} '}用过，请换一个",
            f"the id “{id_}” is taken {f'in line {at.line}' if here else f'at {at}'}; "
            "choose another",
        )


def _taken(subject: Subject) -> Location | None:
    """Return where the id stands already, if an earlier article or case has it."""
    if isinstance(subject.value, Article):
        first = subject.corpus.article_owner(subject.value.id)
        path: Path = ("article",)
    else:
        owner = subject.corpus.owner(subject.value.id)
        first = owner and owner[0]
        path = ("cases", owner[0].places[owner[1]]) if owner else ()
    if first is None or (first.file, path) == (subject.loaded.file, subject.path):
        return None
    return first.location((*path, "id"))


@rule(
    "unknown-locality",
    "地区用现行六位区划代码。",
    "A locality is given by its present six-digit division code.",
)
def unknown_locality(subject: Subject) -> Iterator[Finding]:
    """A code that was retired is refused with its successor, and that of a zone with its place."""
    unknown = sparing(_unknown, NO_SUCH_CODE)
    for path, code in _localities(subject):
        if code not in subject.corpus.gazetteer:
            said = unknown(subject.corpus.gazetteer, code)
            yield found(path, said.zh, said.en)


def _unknown(gazetteer: Gazetteer, written: str) -> Text:
    """Say what to write for what is no code, be it a retired one, a name, or in wrong quotes."""
    try:
        taken = gazetteer.resolve(written.strip("“”‘’"))
        meant = (taken.locality, *taken.others)
    except LocalityError as error:
        if error.said is ZONE:
            return error.message
        meant = tuple(candidate.locality for candidate in error.candidates)
    zh, en = _codes(meant)
    if gazetteer.successors(written):
        return Text(
            zh=f"区划代码 {written} 已经停用，现在是 {zh}",
            en=f"the division code {written} is no longer in use; it is now {en}",
        )
    if meant:
        return Text(
            zh=f"地区要写六位区划代码，请写 {zh}", en=f"give the six-digit division code: {en}"
        )
    return Text(
        zh=f'没有 {written} 这个区划代码，请查六位代码，如太原市是 "140100"',
        en=f'there is no division code {written}; look up the six digits, such as "140100" for '
        "Taiyuan",
    )


def _codes(places: Iterable[Locality]) -> tuple[str, str]:
    """Return codes as they are to be written, each with the name of its place, in zh and en."""
    zh = " 或 ".join(f'"{place.code}"（{place.name.zh}）' for place in places)
    en = " or ".join(f'"{place.code}" ({place.name.en})' for place in places)
    return zh, en


def _localities(subject: Subject) -> Iterator[tuple[Path, LocalityCode]]:
    if isinstance(subject.value, Case):
        for index, code in enumerate(subject.value.localities):
            yield ("localities", index), code
    named: Iterable[tuple[Path, Participant | Mention]] = chain(
        subject.of(Participant), subject.of(Mention)
    )
    for path, part in named:
        yield (*path, "locality"), part.locality


@rule(
    "place-not-named",
    "案例的地区，文中要提到。",
    "A locality of a case is named in what the file tells of it.",
    Severity.WARNING,
)
def place_not_named(subject: Subject) -> Iterator[Finding]:
    """A wrong code shows by this: the file names another place, and not the case's own.

    Where no place at all is named, as in one that is made up, nothing can be said.
    """
    case, gazetteer = subject.value, subject.corpus.gazetteer
    told = _told(subject) if isinstance(case, Case) else ""
    unnamed = [
        (index, place)
        for index, code in enumerate(case.localities if isinstance(case, Case) else ())
        if (place := gazetteer.get(code))
        and not any(name in told for name in gazetteer.names(code))
    ]
    other = _place_in(told) if unnamed else None
    for index, place in unnamed if other else ():
        yield found(
            ("localities", index),
            f"文中没有提到{place.name.zh}（{place.code}），倒是写着“{other}”；请核对代码，"
            "确是这里的，committees 写全称",
            f"nothing here names {place.name.en} ({place.code}), but “{other}” is named; check "
            "the code, and if it is right, write the committee's name in full",
        )


def _told(subject: Subject) -> str:
    """Return all Chinese of a case and what heads its articles."""
    cited = [part for _, part in subject.of(Evidence)]
    articles = {subject.corpus.article(id_) for id_ in {one.article for one in cited}}
    heads = (part for one in {*articles, subject.loaded.article} for _, part in walk(one))
    prose = (*(part for _, part in _prose(subject)), *heads)
    return "\n".join((*(one.anchor for one in cited), *(getattr(one, "zh", "") for one in prose)))


def _place_in(told: str) -> str | None:
    """Return the first place that a text names: any in full, the larger ones in short as well."""
    names = _place_names()
    spans = (told[at : at + size] for at in range(len(told)) for size in range(12, 1, -1))
    return next((span for span in spans if span in names), None)


@cache
def _place_names() -> frozenset[str]:
    shipped = Gazetteer.shipped()
    full = {place.name.zh for place in shipped if len(place.name.zh) > 2}
    larger = (place.code for place in shipped if place.level is not Level.COUNTY)
    return frozenset(full.union(*map(shipped.names, larger)))


@rule("unknown-topic", "主题要在主题表里。", "A topic must be in the vocabulary.")
def unknown_topic(subject: Subject) -> Iterator[Finding]:
    """Topics are a controlled vocabulary."""
    if isinstance(subject.value, Case):
        topics, meant = subject.corpus.registry.topics, sparing(near, FROM_LIST)
        for index, id_ in enumerate(subject.value.topics):
            if id_ not in topics:
                hint = meant(id_, {known: entry.label for known, entry in topics.items()})
                yield found(
                    ("topics", index),
                    f"没有“{id_}”这个主题，{hint.zh}（全部主题见 cases vocab topics）",
                    f"there is no topic “{id_}”; {hint.en} (cases vocab topics lists all)",
                )


@rule(
    "silent-stage",
    "来源没有写的阶段不列出，也没有“不适用”。",
    "A stage on which the source is silent is left out, and none is “not applicable”.",
)
def silent_stage(subject: Subject) -> Iterator[Finding]:
    """Each stage has one of four states, and the silent one is said by leaving it out."""
    for path, part in subject.of(Lifecycle):
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
    for path, part in _prose(subject):
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
        elif not part.en.isascii() and any(sign in part.en for sign in "，。；：、（）！？"):
            yield found(
                (*path, "en"),
                "en 里夹有全角标点，请改成英文标点",
                "there is full-width punctuation under en; use English punctuation",
            )


def _prose(subject: Subject) -> Iterable[tuple[Path, Text | Fact | Participant]]:
    return chain(subject.of(Text), subject.of(Fact), subject.of(Participant))


@rule(
    "looks-cited",
    "文字里不写 [1] 这样的号：那是来源号的写法。",
    "No prose holds a number in brackets such as [1]: sources are cited so.",
)
def looks_cited(subject: Subject) -> Iterator[Finding]:
    """What looks like a citation must be one, or a reader is led to a wrong source."""
    for path, part in _prose(subject):
        for name in ("zh", "en"):
            cited = _CITED.search(getattr(part, name))
            if cited:
                yield found(
                    (*path, name),
                    f"“{cited[0]}”会被当成来源号，请换一种写法，如（{cited[1]}）；"
                    "依据写进 evidence",
                    f"“{cited[0]}” would be taken for the number of a source; write it otherwise, "
                    f"as in ({cited[1]}), and put evidence under evidence",
                )


def _has_han(text: str) -> bool:
    return not text.isascii() and any("\u3400" <= c <= "\u9fff" or c > "\U00020000" for c in text)


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


@rule(
    "host-unknown",
    "网址是官方网站或常见媒体的；别的请核对。",
    "An address is of an official site or a known outlet; others want a look.",
    Severity.WARNING,
)
def host_unknown(subject: Subject) -> Iterator[Finding]:
    """A host that is not listed is one that nobody here has looked at, and nothing worse."""
    if not isinstance(subject.value, Article) or not subject.value.url:
        return
    host = host_of(subject.value.url)
    if host and not is_known(host):
        yield found(
            ("url",),
            f"不认识网站 {host}：请核对是不是首发（原载）的网站；本库没有收录，不等于不可信",
            f"the host {host} is not known here: see whether the article first appeared there; "
            "that it is not listed says nothing against it",
        )


_PLAIN = (
    "居民|村民|市民|群众|工人|职工|农民|信访人|上访人|来访人|反映人|当事人|患者|家长|学生|老人|业主|"
    "商户|店主|租户|住户|农户|游客|网友|投诉人|司机|快递员|个体户"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶苏魏吕丁任沈姚"
    "卢姜崔钟谭陆汪范石廖贾夏韦傅邹熊孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵钱严覃武戴莫孔汤阎乔"
)
_SAYS = "(?=[说讲称]|表示|介绍|反映|告诉|感慨)"
_NAMED = re.compile(
    rf"(?:{_PLAIN})(?:代表)?(?:[老小]?[\u4e00-\u9fff]{{1,2}}(?:某{{1,2}}|大[爷妈娘]|阿姨|女士|先生|"
    rf"师傅|奶奶|爷爷)|[老小][{_SURNAMES}]{_SAYS}|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}{_SAYS})"
)


@rule(
    "person-named",
    "居民、群众、当事人不写姓名。",
    "Residents, petitioners and workers are not named.",
    Severity.WARNING,
)
def person_named(subject: Subject) -> Iterator[Finding]:
    """Only who speaks in office is named; a name behind “a resident” is asked about."""
    texts: list[tuple[Path, str]] = [
        *(((*path, "zh"), one.zh) for path, one in subject.of(Text)),
        *(((*path, "zh"), one.zh) for path, one in subject.of(Fact)),
        *(((*path, "anchor"), one.anchor) for path, one in subject.of(Evidence)),
    ]
    for path, text in texts:
        if named := _NAMED.search(text):
            yield found(
                path,
                f"“{named[0]}”像是群众的姓名；只有以职务身份说话的负责人才写姓名，"
                "请改成“一位居民”这样的说法，依据词里截去姓名",
                f"“{named[0]}” seems to name someone who speaks in no office; only office-holders "
                "are named: write “a resident”, and cut the name out of an anchor",
            )
