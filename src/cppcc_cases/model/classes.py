"""What each class of the model is, in both languages. Only what describes the model needs it."""

from cppcc_cases import model
from cppcc_cases.text import Text, rows

_TABLE = """
    Article | 报道 | article | 一篇报道；版面没有印的一律不写，不猜。
      | One article; what the page does not print is left out, never guessed.
    Gap | 印面瑕疵 | flaw of the print | 印面的一处瑕疵。 | One flaw of the print.
    GapKind | 印面瑕疵类型 | kind of flaw | 印面哪里不对。 | What is wrong with the print.
    Case | 案例 | case | 一地（或几地共同）的一种做法；一篇报道写了几种做法，就分几个案例。
      | One practice of one locality, or of several together; an article that tells of several
        makes several cases.
    Mention | 提及 | mention | 来源点到、但没有写其做法的地区。
      | A locality that the source names or counts in without telling what it does.
    Evidence | 依据 | evidence | 一处依据：哪篇报道、第几段、哪几个字。
      | One piece of evidence: which article, which paragraph, which few words.
    Dating | 时间 | dating | 一个日期或时段，连同谁说的。 | A date or period, with who says so.
    Metric | 指标数据 | metric | 来源给出的一个数，连同主体、时期、范围、口径和依据。
      | One figure that the source gives: whose, when, which part, how counted, and why.
    When | 时期 | time of a figure
      | 一个数是什么时候的：一次会议、会议以来、年度、届、时段、累计、时点或单次。
      | When a figure holds: a session, the time since one, a year, a term, a span, a running
        total, a day, or one occasion.
    WindowKind | 时期类型 | kind of time | 一个数在哪一种时期里数的。
      | Over what sort of time a figure was counted.
    Stands | 性质 | standing of a figure | 一个数是不是实绩。
      | Whether a figure is a result, and how final.
    Speaker | 说话人 | speaker | 以职务身份说话的负责人。
      | An office-holder who speaks in office, and no one else.
    Nature | 时间性质 | nature of an indicator | 时期数、时点数还是比率。
      | How an indicator depends on time.
    Counted | 认定主体 | who settles a count | 怎样算一个，由谁定。
      | Who settles what counts as one.
    Covers | 所数 | what is covered | 数的是谁的事。 | Whose doings an indicator counts.
    Read | 阅读范围 | how much was read | 读的是全文还是节选。 | Whether all of an article was read.
    MadeBy | 编法 | how a case was made | 案例怎样编成。 | How a case came about.
    Revision | 修订 | revision | 收录以后的一次修改。 | One change of a case since it was added.
    Check | 核对 | check | 编者以外的人核对过一次。 | One check by someone other than its author.
    Outcome | 成效 | outcome | 来源写到的一项成效。 | One result that the source states.
    Fact | 事实 | fact | 机制字段里的一件事，用自己的话写。
      | One thing told in a field of a mechanism, in one's own words.
    Figure | 机制里的数 | figure | 属于机制、又不是指标的数，如某份清单里的任务数。
      | A count that belongs to a mechanism and is no indicator, such as the tasks of a programme.
    Participant | 参加方 | participant | 参加某事的一地政协，名称照来源。
      | A locality's committee that takes part, named as the source names it.
    Lifecycle | 流程 | lifecycle | 流程的每个阶段各写一组；没有写的阶段就是“未写明”。
      | The stages of a consultation; a stage that is left out is not stated.
    StageClaim | 阶段 | stage claim | 来源怎样写一个阶段。 | What the source says of one stage.
    Text | 双语文字 | text | 两种文字各写一遍的一段话。 | One piece of prose in both languages.
    Edtf | 日期 | date | 一个日期或时段；数据文件里只写 text 的内容，其余由程序读出。
      | A date or period; a data file holds only its text, and the rest is read from that.
    Locality | 地区 | locality | 一个省、地、县级单位；来自地名表，不写进数据文件。
      | A province, prefecture or county; it comes from the gazetteer and is not written in data
        files.
    FormerName | 曾用名 | former name | 一个曾用名或曾用代码。
      | A name or code that a unit once bore.
    Row | 对比稿的一行 | row | 对比稿里机制的一行：字段名和来源写到的事。
      | One line of a mechanism in a digest: a field and what the source tells of it.
    Term | 词条 | term | 受控词汇里的一个词。 | One word of a controlled vocabulary.
    Unit | 单位 | unit | 一个计量单位。 | One unit of measure.
    Indicator | 指标 | indicator | 一个数量的是什么。 | What a figure measures.
    Vocabulary | 词汇 | vocabulary | 一个软件包增加的指标、主题和单位。
      | The indicators, topics and units that one package adds.
    UnknownMechanism | 未安装的机制 | mechanism not installed | 没有安装其类别的机制，照原样保留。
      | A mechanism of a kind that is not installed, kept as it was written.
    StageState | 阶段状态 | state of a stage | 来源对一个阶段怎样说。
      | What the source says of a stage.
    Stage | 流程阶段 | stage | 一次协商从选题到跟踪的各步，按先后排列。
      | The steps of a consultation, in their order.
    OutcomeKind | 成效类型 | kind of outcome | 一项成效是哪一类。
      | What sort of result an outcome is.
    OutcomeStatus | 成效进展 | status of an outcome | 来源说成效到了哪一步。
      | How far an outcome has come, as the source tells it.
    Basis | 说法来源 | who says so | 一条内容是谁说的。 | Who says what a claim says.
    Qualifier | 限定 | qualifier | 写出的数与真实的数是什么关系。
      | What a stated number says of the true one.
    Level | 行政层级 | level | 地区在行政区划里的级别。 | A level of the administrative division.
    Missing | 缺失 | missing value | 一个值为什么没有；都不等于零。
      | Why a value is absent; neither is zero.
"""
_CLASSES: dict[type, tuple[Text, Text]] = {
    getattr(model, id_): (Text(zh=zh, en=en), Text(zh=about_zh, en=about_en))
    for id_, zh, en, about_zh, about_en in rows(_TABLE)
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
