"""The codes of what can be wrong with a file before its content is looked at."""

from cppcc_cases.text import Text


def _codes(table: str) -> dict[str, Text]:
    rows = (line.split("|") for line in table.strip().splitlines())
    return {code.strip(): Text(zh=zh.strip(), en=en.strip()) for code, zh, en in rows}


SHAPE_CODES = _codes(
    """
    unreadable | 文件或文件夹要能读取。 | A file or folder must be readable.
    unwritable | 文件要能写入。 | A file that is to be written may be written.
    fmt-unsafe | 重排不丢任何内容。 | Laying a file out anew loses nothing of it.
    bad-word | vocabulary.yaml 里的词合规。 | The words of vocabulary.yaml follow the rules.
    no-data | 文件夹里要有数据文件。 | A folder must hold data modules.
    too-many | 问题多得列不完。 | There are no more problems than can be listed.
    not-utf8 | 文件要用 UTF-8 编码。 | A file is encoded in UTF-8.
    bom | 文件开头不能有字节顺序标记。 | A file begins without a byte order mark.
    yaml-comment | 文字里的 # 不会当成注释。 | No # cuts a text short as a comment.
    yaml-fold | 中文不分行写。 | Chinese text is not broken into lines.
    yaml-alias | 不用锚点和别名。 | No anchors or aliases.
    yaml-character | 特殊字符要加引号。 | Special characters stand in quotes.
    yaml-colon | 含冒号的文字要加引号。 | Text with a colon in it stands in quotes.
    yaml-colon-missing | 字段名后要有冒号。 | A colon follows a field name.
    yaml-control-character | 不含控制字符。 | No control characters.
    yaml-documents | 一个文件一篇报道。 | One article a file.
    yaml-duplicate-key | 字段不能重复。 | No field is written twice.
    yaml-indent | 同层缩进要一致。 | One level has one indentation.
    yaml-key | 字段名是文字。 | A field name is text.
    yaml-list | 列表各项以“- ”开头。 | Each entry of a list begins with “- ”.
    yaml-syntax | 要是合法的 YAML。 | The file is valid YAML.
    yaml-tab | 缩进不用制表符。 | No tabs in indentation.
    yaml-tag | 不用标签。 | No tags.
    yaml-too-deep | 嵌套不能过深。 | Nesting has an end.
    yaml-unclosed | 引号、括号要成对。 | Quotes and brackets come in pairs.
    module-expected | 最外层是 article 和 cases。 | At the top stand article and cases.
    cases-expected | cases 是案例的列表。 | Under cases stands a list of cases.
    missing-field | 必填字段要写。 | Required fields are there.
    unknown-field | 不写不认识的字段。 | There are no unknown fields.
    fields-expected | 这里要是一组字段。 | A group of fields stands here.
    list-expected | 这里要是列表。 | A list stands here.
    empty-list | 列表不能为空，未写明就删去字段。 | No list is empty; leave the field out.
    text-expected | 这里要是文字，数字要加引号。 | Text stands here; numbers in quotes.
    empty-text | 文字不能空白。 | No text is blank.
    integer-expected | 这里要是整数。 | A whole number stands here.
    number-expected | 这里要是数字。 | A number stands here.
    boolean-expected | 这里要是 true 或 false。 | true or false stands here.
    unknown-value | 只用列出的选项。 | The value is one of those listed.
    kind-missing | 机制要写类别。 | A mechanism states its kind.
    kind-check | 机制类别自己的检查。 | What a mechanism's kind checks by itself.
    when-expected | 时期写一种，带它的时间。 | A time is of one kind, with its date.
    bad-date | 日期用 EDTF 写法。 | Dates are written in EDTF.
    """
)
