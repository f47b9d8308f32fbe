"""What the YAML parser says, in words that tell a contributor what to do."""

import yaml

_KNOWN: tuple[tuple[str, str, str, str], ...] = (
    (
        "cannot start any token",
        "yaml-character",
        "这个字符不能出现在这里（制表符、@、` 或 %）；缩进请用空格，内容请加引号",
        "this character (a tab, @, ` or %) can't stand here; indent with spaces, quote the content",
    ),
    (
        "tab",
        "yaml-tab",
        "缩进用了制表符（Tab），请改用空格",
        "a tab is used for indentation; use spaces",
    ),
    (
        "mapping values are not allowed",
        "yaml-colon",
        "这一行多了一个冒号，或上一行缩进不对；内容里有“: ”时请给整段加引号",
        "one colon too many in this line, or the line before is indented wrongly; "
        "put text that contains “: ” in quotes",
    ),
    (
        "could not find expected ':'",
        "yaml-colon-missing",
        "字段名后面缺少冒号和空格",
        "a colon and a space are missing after the field name",
    ),
    (
        "did not find expected '-' indicator",
        "yaml-list",
        "列表的每一项都要以同样的缩进和“- ”开头",
        "each entry of a list must begin with “- ”, at the same indentation",
    ),
    (
        "did not find expected key",
        "yaml-indent",
        "缩进与同一层的其他字段不一致，或引号、括号没有成对",
        "indentation differs from the other fields here, or a quote or bracket is unpaired",
    ),
    (
        "expected <block end>",
        "yaml-indent",
        "缩进与同一层的其他字段不一致，或引号、括号没有成对",
        "indentation differs from the other fields here, or a quote or bracket is unpaired",
    ),
    (
        "unexpected end of stream",
        "yaml-unclosed",
        "引号没有成对，文件到结尾也没有找到另一半",
        "a quote is never closed",
    ),
    (
        "',' or",
        "yaml-unclosed",
        "方括号或花括号没有成对，或各项之间缺少逗号",
        "a square or curly bracket is never closed, or a comma is missing",
    ),
)


def syntax_fault(error: yaml.YAMLError, text: str) -> tuple[str, str, str, int, int]:
    """Return code, message (zh, en), line and column for an exception of the parser."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = error.problem or ""
        if _tab_at(text, line, column):
            said = "tab"
    else:
        line, column = position(text, getattr(error, "position", 0))
        said = str(getattr(error, "reason", error))
        return (
            "yaml-control-character",
            "文件里有不能显示的控制字符，请删去",
            f"the file holds a control character; delete it ({said})",
            line,
            column,
        )
    for words, code, zh, en in _KNOWN:
        if words in said:
            return code, zh, en, line, column
    return (
        "yaml-syntax",
        f"这里不是合法的 YAML（{said}）",
        f"this is no valid YAML ({said})",
        line,
        column,
    )


def position(text: str, index: int) -> tuple[int, int]:
    """Return line and column (from 1) of the character at ``index``."""
    before = text[:index]
    return before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1


def _tab_at(text: str, line: int, column: int) -> bool:
    lines = text.splitlines()
    if line > len(lines):
        return False
    head = lines[line - 1]
    indent = head[: len(head) - len(head.lstrip())]
    return "\t" in indent or head[column - 1 : column] == "\t"
