"""What the YAML parser says, in words that tell a contributor what to do."""

from typing import Final

import yaml
from attrs import frozen

from cppcc_cases.source.characters import lines, position


@frozen
class _Said:
    """Words of the parser (of the one in C, or of the one in Python), and what they come to.

    ``at_start``: it is best shown where it began, not lines later where the parser gave up.
    """

    words: tuple[str, ...]
    code: str
    zh: str
    en: str
    at_start: bool = False


_TAB = _Said(
    ("found a tab character",),
    "yaml-tab",
    "这里用了制表符（Tab），请改用空格",
    "a tab stands here; use spaces",
)
WIDE_INDENT = (
    "yaml-indent",
    "缩进用了全角空格或不换行空格，请改用普通的半角空格",
    "this line is indented with full-width or no-break spaces; use plain ones",
)
_WIDE = _Said((), *WIDE_INDENT)
MAX_DEPTH: Final = 40
TOO_DEEP = (
    "yaml-too-deep",
    f"嵌套超过{MAX_DEPTH}层，数据文件用不到这么深，请检查括号或缩进",
    f"nested more than {MAX_DEPTH} levels deep, which no data module needs; "
    "check brackets and indentation",
)
_COLON = _Said(
    ("mapping values are not allowed",),
    "yaml-colon",
    "这里多了一个冒号，或上一行缺少冒号、缩进不对；内容里有“: ”时请给整段加引号，"
    "花括号里各项之间用半角逗号",
    "one colon too many, or the line before lacks its colon or is indented wrongly; "
    "put text that contains “: ” in quotes, and part entries in curly brackets with “,”",
)
_CLOSED = _Said(
    (),
    "yaml-unclosed",
    "前面的引号或括号已经结束，后面不能再写内容；请把整段放进一对引号，并检查上面各行的引号",
    "the quote or bracket before this is closed already, and nothing may follow it; put the whole "
    "text in one pair of quotes, and check the quotes above",
)
_NAMELESS = _Said(
    (),
    "yaml-key",
    "冒号前面缺少字段名",
    "a field name is missing before the colon",
)
_OTHER = _Said(
    (),
    "yaml-syntax",
    "这里不是合法的 YAML，请检查这一行和上一行的缩进、冒号、引号和括号",
    "this is no valid YAML; check indentation, colons, quotes and brackets of this line and the "
    "one before",
)
_KNOWN: tuple[_Said, ...] = (
    _TAB,
    # A parser with a limit of its own reads ahead as far as that before it tells of anything.
    _Said(("maximum nesting depth",), *TOO_DEEP),
    _Said(
        ("cannot start any token",),
        "yaml-character",
        "内容不能以 @、` 或 % 开头，请给整段加引号",
        "text can't begin with @, ` or %; put it in quotes",
    ),
    _Said(
        ("unknown directive name", "could not find expected directive"),
        "yaml-character",
        "一行不能以 % 开头，请给整段加引号",
        "a line can't begin with %; put the text in quotes",
    ),
    _Said(
        ("expected comment or line break", "expected a comment or a line break"),
        "yaml-character",
        "以 | 或 > 开头的内容要另起一行写；若是文字本身，请给整段加引号",
        "after | or > the text begins on the next line; if the sign is part of the text, quote it",
    ),
    _Said(
        ("unknown escape character", "hexdecimal number", "hexadecimal numbers"),
        "yaml-character",
        "双引号里的反斜线 \\ 后面只能跟特定字母，请写成 \\\\，或改用单引号",
        "in double quotes a backslash must be written twice (\\\\); or use single quotes",
    ),
    _Said(
        ("Unicode character escape code", "escape code"),
        "yaml-control-character",
        "双引号里的 \\u 或 \\U 写的不是可用的字符，请直接写这个字",
        "the \\u or \\U in these quotes stands for no usable character; write the character itself",
    ),
    _Said(
        ("expected alphabetic or numeric character",),
        "yaml-alias",
        "内容以 * 或 & 开头时，请给整段加引号",
        "put text that begins with * or & in quotes",
    ),
    _Said(
        ("undefined tag handle", "expected whitespace or line break", "expected URI", "tag URI"),
        "yaml-tag",
        "内容以 ! 开头时，请给整段加引号",
        "put text that begins with ! in quotes",
    ),
    _COLON,
    _Said(
        ("could not find expected ':'",),
        "yaml-colon-missing",
        "字段名后面缺少半角冒号和空格；若这是上一行文字的后半，请多缩进一些",
        "a colon and a space are missing after the field name; "
        "if this continues the text of the line before, indent it more",
        at_start=True,
    ),
    _Said(
        ("sequence entries are not allowed",),
        "yaml-list",
        "列表要另起一行写，每一项以“- ”开头；若是文字本身，请给整段加引号",
        "a list begins on a line of its own, each entry with “- ”; "
        "if the dash is part of the text, put it in quotes",
    ),
    _Said(
        ("mapping keys are not allowed",),
        "yaml-character",
        "内容不能以“? ”开头，请给整段加引号",
        "text can't begin with “? ”; put it in quotes",
    ),
    _Said(
        ("while parsing a block collection",),
        "yaml-list",
        "缩进与上面各行不一致；若是列表的一项，要以“- ”开头，并与其他各项对齐",
        "indentation differs from the lines above; "
        "an entry of a list must begin with “- ”, in line with the others",
    ),
    _Said(
        ("did not find expected key", "expected <block end>"),
        "yaml-indent",
        "缩进与同一层的其他字段不一致，或上面有引号、括号没有成对",
        "indentation differs from the other fields here, or a quote or bracket above is unpaired",
    ),
    _Said(
        ("unexpected end of stream", "unexpected document"),
        "yaml-unclosed",
        "从这里开始的引号没有成对，请补上另一半",
        "the quote that begins here is never closed; add the other one",
        at_start=True,
    ),
    _Said(
        ("',' or",),
        "yaml-unclosed",
        "方括号或花括号没有成对，或各项之间缺少逗号",
        "a square or curly bracket is never closed, or a comma is missing",
        at_start=True,
    ),
    _Said(
        ("expected node content", "expected the node content"),
        "yaml-unclosed",
        "这里缺少内容，或多了一个逗号、括号",
        "something is missing here, or there is a comma or bracket too many",
    ),
    _Said(
        ("<document start>",),
        "yaml-documents",
        "一个文件只放一篇报道，请删去结束线 ... 或分隔线 ---",
        "a file holds one article; delete the line ... or ---",
    ),
)


def syntax_fault(error: yaml.YAMLError, text: str) -> tuple[str, str, str, int, int]:
    """Return code, message (zh, en), line and column for an exception of the parser."""
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
        said = _WIDE
    return said.code, said.zh, said.en, *at


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
    known = next((one for one in _KNOWN if any(part in words for part in one.words)), _OTHER)
    if known.code in ("yaml-indent", "yaml-list") and before.strip(" -"):
        return known if "sequence entries" in words else _CLOSED
    return _NAMELESS if known.code == "yaml-indent" and char == ":" else known
