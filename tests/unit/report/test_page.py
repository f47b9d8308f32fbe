"""The pages of cases and localities, lists and vocabularies, as documents."""

import pytest
from attrs import evolve
from tests.reports import listing, page

from cppcc_cases.comparison import party
from cppcc_cases.forms.text import text
from cppcc_cases.model import (
    Lang,
    Lifecycle,
    LocalityCode,
    Stage,
    StageState,
    TopicId,
    UnknownMechanism,
)
from cppcc_cases.report.document import (
    Document,
    Heading,
    Items,
    Key,
    Mark,
    Paragraph,
    Table,
    signs,
)
from cppcc_cases.report.vocabulary import terms, vocabulary
from cppcc_cases.store import Corpus
from cppcc_cases.vocab.indicators import INDICATORS
from cppcc_cases.vocab.stages import STAGES
from cppcc_cases.vocab.topics import TOPICS


def headings(document: Document) -> list[tuple[int, str]]:
    """Return all headings with their levels."""
    return [(b.level, b.text) for b in document.blocks if isinstance(b, Heading)]


def test_a_case_is_shown_in_full(corpus: Corpus) -> None:
    """The page of a case has all its parts, in order."""
    shown = page(party(corpus, "datong-result-procedure"), corpus, Lang.EN)
    expected = [
        (1, "Datong: procedure for handling consultation results"),
        (2, "Mechanism: procedure for results of consultation"),
        (2, "Stages covered"),
        (2, "Figures"),
        (2, "Outcomes"),
        (2, "Limitations"),
        (2, "Bear in mind"),
        (2, "How it was derived"),
        (2, "Sources"),
    ]
    assert expected == headings(shown)


def test_mentions_are_a_part_of_their_case(corpus: Corpus) -> None:
    """The page of a case that mentions other localities has a part for them."""
    shown = page(party(corpus, "shanxi-round-table"), corpus, Lang.ZH)
    start = shown.blocks.index(Heading(level=2, text="相关线索"))
    listed = shown.blocks[start + 1]
    assert isinstance(listed, Items)
    assert 3 == len(listed.items)
    assert listed.items[0].startswith("朔州市政协在参会的11个市之列，但报道没有写它的做法（推算）[")


def test_a_case_without_limitations_has_no_part_for_them(corpus: Corpus) -> None:
    """A made-up case without limitations shows no heading for them."""
    found = party(corpus, "datong")
    bare = evolve(found, cases=(evolve(found.cases[0], limitations=()),))
    assert (2, "局限") not in headings(page(bare, corpus, Lang.ZH))


def test_a_locality_shows_all_its_cases(corpus: Corpus) -> None:
    """The page of a locality has each of its cases, and in the first which name was taken."""
    shown = page(party(corpus, "xinzhou"), corpus, Lang.ZH)
    expected = [(1, "忻州：年度协商和专题调研议题"), (1, "忻州：主席班子领办督办重点提案")]
    assert expected == [heading for heading in headings(shown) if heading[0] == 1]
    first = shown.blocks[1]
    assert isinstance(first, Items)
    assert first.items[0].startswith("“xinzhou”取忻州市（山西省，140900，shanxi/xinzhou）；同名")


def test_an_unambiguous_locality_begins_with_its_case(corpus: Corpus) -> None:
    """Where the name could mean nothing else, the page begins with the case."""
    shown = page(party(corpus, "太原市"), corpus, Lang.ZH)
    assert Heading(level=1, text="太原：协商平台、委员工作室和联络组") == shown.blocks[0]


def test_a_locality_without_a_case_shows_its_leads(corpus: Corpus) -> None:
    """Without a case there are the locality's name, where it is mentioned, and cases nearby."""
    shown = page(party(corpus, "朔州市"), corpus, Lang.EN)
    expected = [(1, "Shuozhou"), (2, "How it was derived"), (2, "Sources")]
    assert expected == headings(shown)
    leads = shown.blocks[1]
    assert isinstance(leads, Items)
    assert "Shuozhou: there is no case in the corpus." == leads.items[0]
    assert leads.items[1].endswith("(derived) [1] (shanxi-round-table)")
    assert leads.items[2].startswith("Cases nearby: Shanxi: symposium")


def test_a_locality_of_which_nothing_is_known(corpus: Corpus) -> None:
    """A locality without case, mention or neighbour says so and no more."""
    expected = "西藏自治区\n══════════\n· 西藏自治区：库里没有案例。\n"
    assert expected == text(page(party(corpus, "西藏自治区"), corpus, Lang.ZH))


def test_only_gaps_in_what_is_cited_are_shown(corpus: Corpus) -> None:
    """The page of a case shows the gaps of its article that touch what it cites."""
    shown = page(party(corpus, "datong-result-procedure"), corpus, Lang.ZH)
    listed = shown.blocks[shown.blocks.index(Heading(level=2, text="注意事项")) + 1]
    gap = "第5段，大同一段在“座谈等”之后断开，下一段接着读"
    told = f"《11市履职“成绩单”有何亮点？》的排印次序有错，文字不缺：{gap}。"
    assert Items(items=(told,)) == listed


def test_an_unknown_topic_shows_its_id(corpus: Corpus) -> None:
    """A made-up topic that the vocabulary lacks is shown by its id."""
    found = party(corpus, "太原市")
    odd = evolve(found, cases=(evolve(found.cases[0], topics=(TopicId("made_up"),)),))
    facts = page(odd, corpus, Lang.EN).blocks[2]
    assert isinstance(facts, Items)
    assert "Topics: made_up" == facts.items[-1]


def test_stages_show_notes_and_sources(corpus: Corpus) -> None:
    """Each stage has its mark, its note and its sources; a silent one has its mark alone."""
    shown = page(party(corpus, "datong"), corpus, Lang.ZH)
    rows = {
        row[0][0]: ("".join(signs(row[1])), "".join(signs(row[2])))
        for block in shown.blocks
        if isinstance(block, Table)
        for row in block.rows
    }
    note = "原文用“反馈给相关部门”，把意见送给部门属于报送；写成一贯的做法，没有举出哪一次。[4]"
    standing = "写成一贯的做法，没有举出哪一次。[7]"
    assert (("·", ""), ("●", note), ("●", standing)) == (rows["选题"], rows["报送"], rows["跟踪"])


def test_states_are_marks_with_a_key(corpus: Corpus) -> None:
    """The states of a case are pictures where there can be, and so is the key below them."""
    shown = page(party(corpus, "datong"), corpus, Lang.EN)
    (table,) = (block for block in shown.blocks if isinstance(block, Table))
    key = shown.blocks[shown.blocks.index(table) + 1]
    assert isinstance(key, Key)
    assert list(StageState) == [one.state for one in key.pictures if isinstance(one, Mark)]
    states = [line.says for row in table.rows for line in row[1] if isinstance(line, Mark)]
    lifecycle = corpus.case("datong-result-procedure").mechanism.lifecycle
    assert [lifecycle.state(stage).label.en for stage in Stage] == states


def test_a_list_has_a_row_for_each_case(corpus: Corpus) -> None:
    """The list has id, localities and kind of each case, and how many there are."""
    shown = listing(corpus.cases, corpus, Lang.EN)
    cases, count = shown.blocks[0], shown.blocks[-1]
    assert isinstance(cases, Table)
    assert [case.id for case in corpus.cases] == [row[0][0] for row in cases.rows]
    assert Paragraph(text=f"{len(corpus.cases)} cases") == count


@pytest.mark.parametrize(
    ("lang", "one", "none"),
    [(Lang.ZH, "1个案例", "没有符合条件的案例"), (Lang.EN, "1 case", "No case matches")],
)
def test_a_list_of_one_and_of_none(corpus: Corpus, lang: Lang, one: str, none: str) -> None:
    """One case is counted in the singular; none is said in words."""
    found = (
        listing(corpus.cases[:1], corpus, lang).blocks[-1],
        listing((), corpus, lang).blocks[-1],
    )
    assert (Paragraph(text=one), Paragraph(text=none)) == found


def test_an_unknown_locality_is_listed_by_its_code(corpus: Corpus) -> None:
    """A made-up case whose code the gazetteer lacks is listed by that code."""
    case = evolve(corpus.cases[0], localities=(LocalityCode("999999"),))
    cases = listing([case], corpus, Lang.ZH).blocks[0]
    assert isinstance(cases, Table)
    assert ("999999",) == cases.rows[0][1]


@pytest.mark.parametrize("lang", Lang)
def test_a_vocabulary_has_all_entries(corpus: Corpus, lang: Lang) -> None:
    """Each vocabulary is a heading and a table with a row for each entry, its id first."""
    names = ("stages", "topics", "kinds", "indicators")
    blocks = vocabulary(names, corpus.registry, lang).blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    expected = [
        [entry.id for entry in STAGES],
        [entry.id for entry in TOPICS],
        [entry.id for entry in terms("kinds", corpus.registry)],
        [entry.id for entry in INDICATORS],
    ]
    assert expected == [[row[0][0] for row in table.rows] for table in tables]
    assert len(blocks) == 2 * len(tables)


def test_units_are_named(corpus: Corpus) -> None:
    """An indicator shows its units by id and name; where they are one word, once."""
    table = vocabulary(("indicators",), corpus.registry, Lang.EN).blocks[1]
    assert isinstance(table, Table)
    units = {row[0][0]: row[2] for row in table.rows}
    area = (
        "mu",
        "wan_mu (ten thousand mu)",
        "hectare (hectares)",
        "square_kilometre (km²)",
    )
    assert (area, ("piece",)) == (units["land_area"], units["liaison_groups"])


def test_a_mechanism_without_rows_is_named(corpus: Corpus) -> None:
    """A kind that is not installed stands as a heading, with what that means below it."""
    found = party(corpus, "datong")
    unknown = UnknownMechanism(kind="made_up.kind", tree="{}", lifecycle=Lifecycle())
    odd = evolve(found, cases=(evolve(found.cases[0], mechanism=unknown),))
    blocks = page(odd, corpus, Lang.EN).blocks
    at = blocks.index(Heading(level=2, text=f"Mechanism: {unknown.name.en}"))
    assert Paragraph(text=unknown.definition.en) == blocks[at + 1]
