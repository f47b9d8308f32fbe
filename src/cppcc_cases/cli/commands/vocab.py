"""``cases vocab``."""

from cppcc_cases.cli.local import Choice, Wrong, argument, speaking
from cppcc_cases.cli.session import Session, reading

_NAMES = {
    **{"stages": "流程阶段", "indicators": "指标", "kinds": "机制类别", "topics": "主题"},
    **{"units": "单位", "windows": "时期类型", "parts": "范围", "counting": "口径"},
}


@speaking(
    "vocab",
    help="显示词汇表；不写名称则全部显示。名称是 "
    + "、".join(f"{id_}（{zh}）" for id_, zh in _NAMES.items())
    + "。cases vocab places 地名：查一个地区的代码、上级、曾用名、路径和案例。"
    "|Show a vocabulary, or all of them: " + ", ".join(_NAMES) + ". cases vocab places NAME looks "
    "up a locality: its code, what it lies in, its former names, its path and its cases.",
)
@argument(
    "name",
    required=False,
    type=Choice({**_NAMES, "places": "地区"}),
    metavar="[词汇表]|[VOCABULARY]",
)
@argument("place", required=False, metavar="[地名]|[NAME]")
@reading
def command(session: Session, name: str | None, place: str | None) -> None:
    """Show the vocabularies, or look up a place."""
    if (name == "places") is (place is None):
        raise Wrong(
            "查地区请写 cases vocab places 地名，如 cases vocab places 铜山县",
            "to look up a locality write cases vocab places NAME, as in cases vocab places 铜山县",
        )
    if place is not None:
        from cppcc_cases.report.places import look_up, places, plain_places

        corpus = session.corpus()
        found = look_up(corpus, place)
        session.show(lambda lang: places(found, corpus, lang), lambda: plain_places(found, corpus))
        return
    from cppcc_cases.report.plain import plain_vocabulary
    from cppcc_cases.report.vocabulary import vocabulary

    names = (name,) if name else tuple(_NAMES)
    registry = session.registry()
    session.show(
        lambda lang: vocabulary(names, registry, lang), lambda: plain_vocabulary(names, registry)
    )
