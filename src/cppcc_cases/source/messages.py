"""What the YAML parser says, in words that tell a contributor what to do."""

from typing import Final

import yaml
from attrs import frozen

from cppcc_cases.errors import Finding, Severity
from cppcc_cases.source.characters import code_point, lines, position
from cppcc_cases.text import Text

MAX_DEPTH: Final = 40
WARNINGS: Final = frozenset(["yaml-comment", "yaml-fold"])
"""Codes of what may be no fault: the text can be read, but was perhaps meant otherwise."""
_TABLE = r"""
    found a tab character | yaml-tab
    这里用了制表符（Tab），请改用空格
    a tab stands here; use spaces

    cannot start any token | yaml-character
    内容不能以 @、` 或 % 开头，请给整段加引号
    text can't begin with @, ` or %; put it in quotes

    unknown directive name / could not find expected directive | yaml-character
    一行不能以 % 开头，请给整段加引号
    a line can't begin with %; put the text in quotes

    expected comment or line break / expected a comment or a line break | yaml-character
    以 | 或 > 开头的内容要另起一行写；若是文字本身，请给整段加引号
    after | or > the text begins on the next line; if the sign is part of the text, quote it

    unknown escape character / hexdecimal number / hexadecimal numbers | yaml-character
    双引号里的反斜线 \ 后面只能跟特定字母，请写成 \\，或改用单引号
    in double quotes a backslash must be written twice (\\); or use single quotes

    Unicode character escape code / escape code | yaml-control-character
    双引号里的 \u 或 \U 写的不是可用的字符，请直接写这个字
    the \u or \U in these quotes stands for no usable character; write the character itself

    expected alphabetic or numeric character | yaml-alias
    内容以 * 或 & 开头时，请给整段加引号
    put text that begins with * or & in quotes

    undefined tag handle / expected whitespace or line break / expected URI / tag URI | yaml-tag
    内容以 ! 开头时，请给整段加引号
    put text that begins with ! in quotes

    mapping values are not allowed | yaml-colon
    多了一个冒号，或上一行缺冒号、缩进不对；内容里有“: ”请给整段加引号，花括号里用半角逗号
    one colon too many, or the line before lacks its colon or is indented wrongly; put text that
    contains “: ” in quotes, and part entries in curly brackets with “,”

    could not find expected ':' | yaml-colon-missing | where it began
    字段名后面缺少半角冒号和空格；若这是上一行文字的后半，请多缩进一些
    a colon and a space are missing after the name; if it continues the line before, indent it

    sequence entries are not allowed | yaml-list
    列表要另起一行写，每一项以“- ”开头；若是文字本身，请给整段加引号
    a list begins on a line of its own, each entry with “- ”; quote text that begins with a dash

    mapping keys are not allowed | yaml-character
    内容不能以“? ”开头，请给整段加引号
    text can't begin with “? ”; put it in quotes

    while parsing a block collection | yaml-list
    缩进与上面各行不一致；若是列表的一项，要以“- ”开头，并与其他各项对齐
    indentation differs from above; an entry of a list begins with “- ”, in line with the others

    did not find expected key / expected <block end> | yaml-indent
    缩进与同一层的其他字段不一致，或上面有引号、括号没有成对
    indentation differs from the other fields here, or a quote or bracket above is unpaired

    unexpected end of stream / unexpected document | yaml-unclosed | where it began
    从这里开始的引号没有成对，请补上另一半
    the quote that begins here is never closed; add the other one

    ',' or | yaml-unclosed | where it began
    方括号或花括号没有成对，或各项之间缺少逗号
    a square or curly bracket is never closed, or a comma is missing

    expected node content / expected the node content | yaml-unclosed
    这里缺少内容，或多了一个逗号、括号；若是文字的一部分，请给整段加引号
    something is missing, or a comma or bracket is too many; if it is part of a text, quote that

    <document start> | yaml-documents
    一个文件只放一篇报道，请删去结束线 ... 或分隔线 ---
    a file holds one article; delete the line ... or ---

    (wide) | yaml-indent
    缩进用了全角空格或不换行空格，请改用普通的半角空格
    this line is indented with full-width or no-break spaces; use plain ones

    (closed) | yaml-unclosed
    前面的引号或括号已经结束，后面不能再写内容；请把整段放进一对引号，并检查上面各行的引号
    the quote or bracket before this is closed already, and nothing may follow it; put the whole
    text in one pair of quotes, and check the quotes above

    (alias) | yaml-alias
    数据文件不用 YAML 的锚点（&）和别名（*），请把内容写全；若是文字本身，请给整段加引号
    no YAML anchors (&) or aliases (*): write it out, or quote the text that the sign belongs to

    (tag) | yaml-tag
    数据文件不用 YAML 标签（!），请删去；若是文字本身，请给整段加引号
    data modules use no YAML tags (!); delete it, or quote the text that the sign belongs to

    (document) | yaml-documents
    一个文件只放一篇报道，请删去分隔线 --- 或拆成两个文件
    a file holds one article; delete the --- line or split the file

    (deep) / maximum nesting depth | yaml-too-deep
    嵌套超过40层，数据文件用不到这么深，请检查括号或缩进
    nested more than 40 levels deep, which no data module needs; check brackets and indentation

    (twice) | yaml-duplicate-key
    “{}”在这一层写了两次，请删去其中一个
    “{}” is written twice at this level; delete one of the two

    (comment) | yaml-comment
    从这个 # 起会当成注释丢掉；若是文字，请给整段加引号；若是注释，请另起一行，与字段名对齐
    from this # on, all is taken for a comment and lost; if it is part of the text, put the whole
    text in quotes; if it is a comment, put it on a line of its own, in line with the field names

    (fold) | yaml-fold
    这段中文分成了几行写，每处换行会读成一个空格；请写在一行里
    this Chinese text is on several lines, and each break reads as a blank; write it on one line

    (hidden) | yaml-control-character
    这里有看不见的{}，请删去
    an invisible {} stands here; delete it

    (key) | yaml-key
    字段名须是文字，请改写或加引号；若是逗号后的文字，请给整段加引号；若是千分位，请删逗号
    a field name must be text; rewrite or quote it; quote text with a comma; no commas in numbers

    (nameless) | yaml-key
    冒号前面缺少字段名
    a field name is missing before the colon

    (other) | yaml-syntax
    这里不是合法的 YAML，请检查这一行和上一行的缩进、冒号、引号和括号
    no valid YAML: check indentation, colons, quotes, brackets of this line and the one before
"""
"""What the parser in C or the one in Python says (in brackets: what it doesn't tell), our code and
words for it, and whether it is best shown where it began, not lines later where they gave up."""


@frozen
class _Said:
    """Words of the parser, and what they come to."""

    words: list[str]
    code: str
    zh: str
    en: str
    at_start: bool

    @classmethod
    def of(cls, entry: str) -> "_Said":
        """Return an entry of the table."""
        head, zh, *en = map(str.strip, entry.strip().splitlines())
        words, code, *began = head.split(" | ")
        return cls(words.split(" / "), code, zh, " ".join(en), bool(began))


_KNOWN = [_Said.of(entry) for entry in _TABLE.split("\n\n")]
_BY_WORDS = {one.words[0]: one for one in _KNOWN}
_TAB = _BY_WORDS["found a tab character"]
_COLON = _BY_WORDS["mapping values are not allowed"]
_BREAKS = {
    "\v": ("换行符（垂直制表符）", "line break (vertical tab)"),
    "\f": ("换行符（换页符）", "line break (form feed)"),
    "\x85": ("换行符（下一行）", "line break (next line)"),
    "\u2028": ("换行符（行分隔符）", "line break (line separator)"),
    "\u2029": ("换行符（段落分隔符）", "line break (paragraph separator)"),
}


def ours(name: str, at: tuple[int, int], zh: str = "", en: str = "") -> Finding:
    """Return what no parser tells, at a line and column."""
    said = _BY_WORDS[f"({name})"]
    return _finding(said.code, said.zh.format(zh), said.en.format(en or zh), at)


def hidden(char: str, at: tuple[int, int]) -> Finding:
    """Return the finding of a character that nobody sees."""
    zh, en = _BREAKS.get(char, ("控制字符", "control character"))
    return ours("hidden", at, f"{zh} {code_point(char)}", f"{en} {code_point(char)}")


def _finding(code: str, zh: str, en: str, at: tuple[int, int]) -> Finding:
    weight = Severity.WARNING if code in WARNINGS else Severity.ERROR
    return Finding(code=code, message=Text(zh=zh, en=en), severity=weight, line=at[0], column=at[1])


def syntax(error: yaml.YAMLError, text: str) -> Finding:
    """Return what an exception of the parser comes to."""
    gave_up, began, words = (1, 1), None, str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        began, words = _place(error.context_mark, text), f"{error.context}: {error.problem}"
        gave_up = _place(error.problem_mark, text) or gave_up
    said, at = _said(words, text, gave_up), gave_up
    if said.at_start and began and began[0] < gave_up[0]:
        at = began
    elif said.code == "yaml-unclosed" and _split(text, gave_up)[2] == ":":
        said = _COLON
    if said is not _TAB and _split(text, at)[0].strip(" "):
        said = _BY_WORDS["(wide)"]
    return _finding(said.code, said.zh, said.en, at)


def _place(mark: yaml.Mark | None, text: str) -> tuple[int, int] | None:
    """Return line and column of a mark; one behind the text, as of a last line, is its end."""
    if mark is None:
        return None
    return min((mark.line + 1, mark.column + 1), position(text, len(text)))


def _split(text: str, at: tuple[int, int]) -> tuple[str, str, str]:
    """Return the indentation of a line, all that stands before a place in it, and what is there."""
    line, column = lines(text)[at[0] - 1], at[1] - 1
    return line[: len(line) - len(line.lstrip())], line[:column], line[column : column + 1]


def _said(words: str, text: str, at: tuple[int, int]) -> _Said:
    """Return what the parser's words of a place come to."""
    indent, before, char = _split(text, at)
    if char == "\t" or "\t" in indent:
        return _TAB
    known = next((one for one in _KNOWN if any(part in words for part in one.words)), _KNOWN[-1])
    if known.code in ("yaml-indent", "yaml-list") and before.strip(" -"):
        return known if "sequence entries" in words else _BY_WORDS["(closed)"]
    return _BY_WORDS["(nameless)"] if known.code == "yaml-indent" and char == ":" else known
