"""A new project → what was made and what to do next, and plain values for JSON."""

from cppcc_cases.codec import Plain
from cppcc_cases.escape import visible
from cppcc_cases.installing import this_python, to_install, typed
from cppcc_cases.report.document import Document, Items, Paragraph
from cppcc_cases.scaffold import Made
from cppcc_cases.text import Lang, Text, rows

_COLLECTION = """
    把 {source}/cases/example.yaml 换成你读的报道；里面的内容是虚构的
      | replace {source}/cases/example.yaml, which is made up, by the article that you read
    检查：cases check {data} | check it: cases check {data}
    登记：{install} | register it: {install}
"""
_KIND = """
    改 {source}/kind.py：名称、定义、字段和检查
      | edit {source}/kind.py: name, definition, fields and checks
    登记：{install_test} | register it: {install_test}
    测试：{python} -m pytest {folder}（“待命名”“待写”都换掉才能通过）；再看 cases plugins
      | test it: {python} -m pytest {folder} (fails until 待命名 and 待写 are replaced); then look
        at cases plugins
"""


def scaffold_report(made: Made, lang: Lang) -> Document:
    """Return the files that were made, and what to do next."""
    folder = visible(str(made.folder))
    source = f"{folder}/src/{made.names.package}"
    words = {
        "source": source,
        "data": typed(f"{source}/cases"),
        "folder": typed(folder),
        "python": this_python(),
        "install": to_install(folder, "-e"),
        "install_test": to_install(f"{folder}[test]", "-e"),
    }
    steps = _KIND if made.names.kind else _COLLECTION
    count = len(made.files)
    head = Text(
        zh=f"已在 {folder} 里新建 {made.names.distribution}（{count}个文件）：",
        en=f"{made.names.distribution} was made in {folder} ({count} files):",
    )
    next_ = Text(zh="接下来：", en="What to do next:")
    told = (zh if lang is Lang.ZH else en for zh, en in rows(steps))
    return Document(
        blocks=(
            Paragraph(text=head.in_(lang)),
            Items(items=made.files),
            Paragraph(text=next_.in_(lang)),
            Items(items=tuple(one.format_map(words) for one in told), numbered=True),
        )
    )


def plain_scaffold(made: Made) -> Plain:
    """Return what was made."""
    return {
        "folder": str(made.folder),
        "distribution": made.names.distribution,
        "package": made.names.package,
        "kind": made.names.kind or None,
        "files": list(made.files),
    }
