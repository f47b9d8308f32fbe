"""A new project → what was made and what to do next, and plain values for JSON."""

from cppcc_cases.codec import Plain
from cppcc_cases.escape import visible
from cppcc_cases.installing import this_python, to_install, typed
from cppcc_cases.report.document import Document, Items, Paragraph
from cppcc_cases.scaffold import Made
from cppcc_cases.text import Lang, Text

_COLLECTION = (
    Text(
        zh="把 {source}/cases/example.yaml 换成你读的报道；里面的内容是虚构的",
        en="replace {source}/cases/example.yaml, which is made up, by the article that you read",
    ),
    Text(zh="检查：cases check {data}", en="check it: cases check {data}"),
    Text(zh="登记：{install}", en="register it: {install}"),
)
_KIND = (
    Text(
        zh="改 {source}/kind.py：名称、定义、字段和检查",
        en="edit {source}/kind.py: name, definition, fields and checks",
    ),
    Text(zh="登记：{install_test}", en="register it: {install_test}"),
    Text(
        zh="测试：{python} -m pytest {folder}（“待命名”“待写”都换掉才能通过）；再看 cases plugins",
        en="test it: {python} -m pytest {folder} (fails until 待命名 and 待写 are replaced); "
        "then look at cases plugins",
    ),
)


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
    told = tuple(step.in_(lang).format_map(words) for step in steps)
    return Document(
        blocks=(
            Paragraph(text=head.in_(lang)),
            Items(items=made.files),
            Paragraph(text=next_.in_(lang)),
            Items(items=told, numbered=True),
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
