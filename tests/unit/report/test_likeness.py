"""The document of cases like another."""

import pytest
from tests.reports import likeness_document

from cppcc_cases.comparison.likeness import nearest
from cppcc_cases.model import Lang
from cppcc_cases.report.document import Heading, Paragraph, Table
from cppcc_cases.report.likeness import percentage, plain_likeness
from cppcc_cases.store import Corpus

CASE = "datong-result-procedure"


@pytest.mark.parametrize(
    ("lang", "header", "reasons"),
    [
        (
            Lang.ZH,
            ("案例", "相似度", "共有"),
            ("阶段：报送、采纳", "主题：协商制度建设", "层级：地级"),
        ),
        (
            Lang.EN,
            ("Cases", "Likeness", "In common"),
            (
                "Stage: submission of results, adoption",
                "Topic: consultation institutions",
                "Level: prefecture",
            ),
        ),
    ],
)
def test_reasons_are_in_words(
    corpus: Corpus, lang: Lang, header: tuple[str, ...], reasons: tuple[str, ...]
) -> None:
    """Each case has its likeness in per cent and what is shared, by the names of things."""
    case = corpus.case(CASE)
    found = likeness_document(case, nearest(corpus, case, 2), corpus.registry, lang).blocks[1]
    assert isinstance(found, Table)
    assert (header, 2) == (found.header, len(found.rows))
    assert (("47%",), reasons) == (found.rows[0][1], found.rows[0][2])


def test_the_title_names_the_case(corpus: Corpus) -> None:
    """The heading is the title of the case that was asked for."""
    case = corpus.case(CASE)
    blocks = likeness_document(case, (), corpus.registry, Lang.EN).blocks
    expected = (
        Heading(level=1, text="Cases like “Datong: procedure for handling consultation results”"),
        Paragraph(text="No other case has anything in common with it"),
    )
    assert expected == blocks


def test_likeness_is_in_whole_per_cent() -> None:
    """A likeness is a share of one, told without decimals."""
    assert ["0%", "46%", "100%"] == [percentage(value) for value in (0, 0.4583, 1)]


def test_plain_likeness_has_ids_and_shares(corpus: Corpus) -> None:
    """In JSON what is shared stands by head, as ids, with how far it goes."""
    case = corpus.case(CASE)
    found = nearest(corpus, case, 1)
    expected = {
        "case": CASE,
        "similar": [
            {
                "case": found[0].case.id,
                "title": {"zh": found[0].case.title.zh, "en": found[0].case.title.en},
                "likeness": round(found[0].value, 4),
                "shared": {
                    one.head: {"ids": list(one.ids), "share": round(one.share, 4)}
                    for one in found[0].shared
                },
            }
        ],
    }
    assert expected == plain_likeness(case, found)
