"""What a piece of HTML that others wrote may hold: nothing that acts, or loads, or breaks out."""

from html.parser import HTMLParser

from cppcc_cases.text import Text

_VOID = frozenset(("br", "col", "hr", "wbr"))
_TEXT = (
    "a abbr b bdi blockquote br cite code dd del details dfn div dl dt em figcaption figure h3 h4 "
    "h5 h6 hr i ins kbd li mark ol p q s samp small span strong sub summary sup time u ul var wbr"
)
_TABLE = "caption col colgroup table tbody td tfoot th thead tr"
# No title: parsers do not agree on what within it is markup.
_PICTURE = (
    "circle defs ellipse g line lineargradient path pattern polygon polyline rect stop svg text "
    "tspan"
)
_ALLOWED = frozenset(f"{_TEXT} {_TABLE} {_PICTURE}".split())
_ACTING = (
    "action background data formaction ping poster src srcdoc srcset style target xlink:href "
    "xml:base"
)
_WAYS = ("http://", "https://", "#", "./", "../")
ID = "mechanism-"
"""With this every id of a fragment begins, so that it is no other's of the page."""


class _Refused(ValueError):
    """Markup that may not stand in a page. Arguments: why, in Chinese and in English."""


def fault_of_markup(html: str) -> Text | None:
    """Return why a piece of HTML may not stand in the middle of a page, or None."""
    try:
        if "<!" in html or "<?" in html:
            raise _Refused("不能有注释和声明", "comments and declarations have no place here")
        reader = _Reader()
        reader.feed(html)
        left = reader.rawdata
        reader.close()
        if "<" in left:
            raise _Refused("最后一个标签没有写完", "the last tag is not finished")
        if reader.open:
            tag = reader.open[-1]
            raise _Refused(f"<{tag}> 没有结束", f"<{tag}> is never closed")
    except _Refused as fault:
        zh, en = fault.args
        return Text(zh=zh, en=en)
    return None


class _Reader(HTMLParser):
    """Refuses what is not allowed, and tags that are not in pairs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element that begins."""
        if tag not in _ALLOWED:
            raise _Refused(f"不能用 <{tag}>", f"<{tag}> may not be used")
        for name, value in attrs:
            _look_at(tag, name, value or "")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element that ends at once, as those of pictures may."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self.open.pop() not in _PICTURE.split():
            raise _Refused(f"<{tag}> 要有 </{tag}>", f"<{tag}> needs its </{tag}>")

    def handle_endtag(self, tag: str) -> None:
        """Look at an element that ends: it must be the one that began last."""
        if not self.open or self.open.pop() != tag:
            raise _Refused(f"</{tag}> 没有成对", f"</{tag}> closes nothing")


def _look_at(tag: str, name: str, value: str) -> None:
    if name in _ACTING.split() or name.startswith("on") or "url(" in value.lower():
        raise _Refused(f"<{tag}> 不能带 {name}", f"<{tag}> may not have {name}")
    if name == "href" and not value.startswith(_WAYS):
        raise _Refused(
            f"链接要以 {'、'.join(_WAYS)} 开头", f"a link begins with one of {', '.join(_WAYS)}"
        )
    if name == "id" and not value.startswith(ID):
        raise _Refused(f"id 要以 {ID} 开头", f"an id begins with {ID}")
