"""What each class of the model is, in both languages. Only what describes the model needs it."""

from cppcc_cases.model import (
    Article,
    Basis,
    Case,
    Check,
    Counted,
    Covers,
    Dating,
    Edtf,
    Evidence,
    Fact,
    Figure,
    FormerName,
    Gap,
    GapKind,
    Indicator,
    Level,
    Lifecycle,
    Locality,
    MadeBy,
    Mention,
    Metric,
    Missing,
    Nature,
    Outcome,
    OutcomeKind,
    OutcomeStatus,
    Participant,
    Qualifier,
    Read,
    Revision,
    Row,
    Speaker,
    Stage,
    StageClaim,
    StageState,
    Stands,
    Term,
    Text,
    Unit,
    UnknownMechanism,
    Vocabulary,
    When,
    WindowKind,
)

_CLASSES: dict[type, tuple[Text, Text]] = {
    Article: (
        Text(zh="报道", en="article"),
        Text(
            zh="一篇报道；版面没有印的一律不写，不猜。",
            en="One article; what the page does not print is left out, never guessed.",
        ),
    ),
    Gap: (
        Text(zh="印面瑕疵", en="flaw of the print"),
        Text(zh="印面的一处瑕疵。", en="One flaw of the print."),
    ),
    GapKind: (
        Text(zh="印面瑕疵类型", en="kind of flaw"),
        Text(zh="印面哪里不对。", en="What is wrong with the print."),
    ),
    Case: (
        Text(zh="案例", en="case"),
        Text(
            zh="一地（或几地共同）的一种做法；一篇报道写了几种做法，就分几个案例。",
            en="One practice of one locality, or of several together; an article that tells of "
            "several makes several cases.",
        ),
    ),
    Mention: (
        Text(zh="提及", en="mention"),
        Text(
            zh="来源点到、但没有写其做法的地区。",
            en="A locality that the source names or counts in without telling what it does.",
        ),
    ),
    Evidence: (
        Text(zh="依据", en="evidence"),
        Text(
            zh="一处依据：哪篇报道、第几段、哪几个字。",
            en="One piece of evidence: which article, which paragraph, which few words.",
        ),
    ),
    Dating: (
        Text(zh="时间", en="dating"),
        Text(zh="一个日期或时段，连同谁说的。", en="A date or period, with who says so."),
    ),
    Metric: (
        Text(zh="指标数据", en="metric"),
        Text(
            zh="来源给出的一个数，连同主体、时期、范围、口径和依据。",
            en="One figure that the source gives: whose, when, which part, how counted, and why.",
        ),
    ),
    When: (
        Text(zh="时期", en="time of a figure"),
        Text(
            zh="一个数是什么时候的：一次会议、会议以来、年度、届、时段、累计、时点或单次。",
            en="When a figure holds: a session, the time since one, a year, a term, a span, a "
            "running total, a day, or one occasion.",
        ),
    ),
    WindowKind: (
        Text(zh="时期类型", en="kind of time"),
        Text(zh="一个数在哪一种时期里数的。", en="Over what sort of time a figure was counted."),
    ),
    Stands: (
        Text(zh="性质", en="standing of a figure"),
        Text(zh="一个数是不是实绩。", en="Whether a figure is a result, and how final."),
    ),
    Speaker: (
        Text(zh="说话人", en="speaker"),
        Text(
            zh="以职务身份说话的负责人。",
            en="An office-holder who speaks in office, and no one else.",
        ),
    ),
    Nature: (
        Text(zh="时间性质", en="nature of an indicator"),
        Text(zh="时期数、时点数还是比率。", en="How an indicator depends on time."),
    ),
    Counted: (
        Text(zh="由谁认定", en="who settles a count"),
        Text(zh="怎样算一个，由谁定。", en="Who settles what counts as one."),
    ),
    Covers: (
        Text(zh="所数", en="what is covered"),
        Text(zh="数的是谁的事。", en="Whose doings an indicator counts."),
    ),
    Read: (
        Text(zh="读了多少", en="how much was read"),
        Text(zh="读的是全文还是节选。", en="Whether all of an article was read."),
    ),
    MadeBy: (
        Text(zh="编法", en="how a case was made"),
        Text(zh="案例怎样编成。", en="How a case came about."),
    ),
    Revision: (
        Text(zh="修订", en="revision"),
        Text(zh="收录以后的一次修改。", en="One change of a case since it was added."),
    ),
    Check: (
        Text(zh="核对", en="check"),
        Text(zh="编者以外的人核对过一次。", en="One check by someone other than its author."),
    ),
    Outcome: (
        Text(zh="成效", en="outcome"),
        Text(zh="来源写到的一项成效。", en="One result that the source states."),
    ),
    Fact: (
        Text(zh="事实", en="fact"),
        Text(
            zh="机制字段里的一件事，用自己的话写。",
            en="One thing told in a field of a mechanism, in one's own words.",
        ),
    ),
    Figure: (
        Text(zh="机制里的数", en="figure"),
        Text(
            zh="属于机制、又不是指标的数，如某份清单里的任务数。",
            en="A count that belongs to a mechanism and is no indicator, such as the tasks of a "
            "programme.",
        ),
    ),
    Participant: (
        Text(zh="参加方", en="participant"),
        Text(
            zh="参加某事的一地政协，名称照来源。",
            en="A locality's committee that takes part, named as the source names it.",
        ),
    ),
    Lifecycle: (
        Text(zh="流程", en="lifecycle"),
        Text(
            zh="流程的十个阶段各写一组；没有写的阶段就是“未写明”。",
            en="The ten stages of a consultation; a stage that is left out is not reported.",
        ),
    ),
    StageClaim: (
        Text(zh="阶段", en="stage claim"),
        Text(zh="来源怎样写一个阶段。", en="What the source says of one stage."),
    ),
    Text: (
        Text(zh="双语文字", en="text"),
        Text(zh="两种文字各写一遍的一段话。", en="One piece of prose in both languages."),
    ),
    Edtf: (
        Text(zh="日期", en="date"),
        Text(
            zh="一个日期或时段；数据文件里只写 text 的内容，其余由程序读出。",
            en="A date or period; a data file holds only its text, and the rest is read from that.",
        ),
    ),
    Locality: (
        Text(zh="地区", en="locality"),
        Text(
            zh="一个省、地、县级单位；来自地名表，不写进数据文件。",
            en="A province, prefecture or county; it comes from the gazetteer and is not written "
            "in data files.",
        ),
    ),
    FormerName: (
        Text(zh="曾用名", en="former name"),
        Text(zh="一个曾用名或曾用代码。", en="A name or code that a unit once bore."),
    ),
    Row: (
        Text(zh="对比稿的一行", en="row"),
        Text(
            zh="对比稿里机制的一行：字段名和来源写到的事。",
            en="One line of a mechanism in a digest: a field and what the source tells of it.",
        ),
    ),
    Term: (
        Text(zh="词条", en="term"),
        Text(zh="受控词汇里的一个词。", en="One word of a controlled vocabulary."),
    ),
    Unit: (Text(zh="单位", en="unit"), Text(zh="一个计量单位。", en="One unit of measure.")),
    Indicator: (
        Text(zh="指标", en="indicator"),
        Text(zh="一个数量的是什么。", en="What a figure measures."),
    ),
    Vocabulary: (
        Text(zh="词汇", en="vocabulary"),
        Text(
            zh="一个软件包增加的指标、主题和单位。",
            en="The indicators, topics and units that one package adds.",
        ),
    ),
    UnknownMechanism: (
        Text(zh="未安装的机制", en="mechanism not installed"),
        Text(
            zh="没有安装其类别的机制，照原样保留。",
            en="A mechanism of a kind that is not installed, kept as it was written.",
        ),
    ),
    StageState: (
        Text(zh="阶段状态", en="state of a stage"),
        Text(zh="来源对一个阶段怎样说。", en="What the source says of a stage."),
    ),
    Stage: (
        Text(zh="流程阶段", en="stage"),
        Text(
            zh="一次协商从选题到跟踪的十步，按先后排列。",
            en="The ten steps of a consultation, in their order.",
        ),
    ),
    OutcomeKind: (
        Text(zh="成效类型", en="kind of outcome"),
        Text(zh="一项成效是哪一类。", en="What sort of result an outcome is."),
    ),
    OutcomeStatus: (
        Text(zh="成效进展", en="status of an outcome"),
        Text(
            zh="来源说成效到了哪一步。", en="How far an outcome has come, as the source tells it."
        ),
    ),
    Basis: (
        Text(zh="说法来源", en="who says so"),
        Text(zh="一条内容是谁说的。", en="Who says what a claim says."),
    ),
    Qualifier: (
        Text(zh="限定", en="qualifier"),
        Text(zh="写出的数与真实的数是什么关系。", en="What a stated number says of the true one."),
    ),
    Level: (
        Text(zh="行政层级", en="level"),
        Text(zh="地区在行政区划里的级别。", en="A level of the administrative division."),
    ),
    Missing: (
        Text(zh="缺失", en="missing value"),
        Text(zh="一个值为什么没有；都不等于零。", en="Why a value is absent; neither is zero."),
    ),
}


def name_of(cls: type) -> Text | None:
    """Return the name of a class of the model, or None for any other."""
    return _CLASSES[cls][0] if cls in _CLASSES else None


def definition_of(cls: type) -> Text | None:
    """Return what a class is: a kind, or a part of one, says so itself in ``definition``."""
    if cls in _CLASSES:
        return _CLASSES[cls][1]
    own = getattr(cls, "definition", None)
    return own if isinstance(own, Text) else None
