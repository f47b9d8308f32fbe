"""What is alike and what differs, from shipped cases and made-up changes to them."""

from attrs import evolve
from tests.unit.comparison.test_build import made_up, taiyuan

from cppcc_cases.comparison import Contrast, compare
from cppcc_cases.comparison.contrast import contrasted, indicator_place, side_of
from cppcc_cases.model import CaseId, LocalityCode, Text
from cppcc_cases.store import Corpus


def contrast(corpus: Corpus, *names: str) -> Contrast:
    """Return what is alike and what differs among parties."""
    return compare(corpus, *names).contrast


def test_what_all_have_is_alike(corpus: Corpus) -> None:
    """A topic and stages of every party with a case are alike."""
    found = contrast(corpus, "tongshan", "xinzhou").alike
    expected = Text(
        zh="写到的阶段：选题、调研、协商、报送、交办",
        en="stages told of: topic selection, inquiry, deliberation, submission of results, "
        "instruction and assignment",
    )
    assert expected in found


def test_what_some_have_differs(corpus: Corpus) -> None:
    """What is told of some is told as theirs only, things of the same ones together."""
    found = contrast(corpus, "taiyuan", "datong").differ
    expected = [
        "机制，仅见于太原市：协商平台网络",
        "机制，仅见于大同市：协商成果采纳落实反馈机制",
        "主题，仅见于太原市：联系群众",
        "写到的阶段，仅见于大同市：报送、采纳、落实、反馈、跟踪",
        "有数字的指标，仅见于太原市：协商平台数、委员工作室数、乡镇街道联络组数",
        "写到的成效，仅见于大同市：制度出台",
    ]
    assert expected == [text.zh for text in found]


def test_two_of_three_are_named_together(corpus: Corpus) -> None:
    """Where some of several parties share a thing, they are named together."""
    found = contrast(corpus, "xinzhou", "yangquan", "jinzhong").differ
    expected = (
        "topics (Xinzhou and Yangquan only): proposal work",
        "主题，仅见于忻州市、阳泉市：提案工作",
    )
    assert expected in [(text.en, text.zh) for text in found]


def test_levels_are_told_first(corpus: Corpus) -> None:
    """A city and a district differ in level, which is said before all else."""
    expected = Text(
        zh="层级不同：太原市是地级；铜山区是县级",
        en="different levels: Taiyuan is of prefecture level; Tongshan District is of county level",
    )
    assert expected == contrast(corpus, "taiyuan", "tongshan").differ[0]


def test_one_with_a_case_is_no_contrast(corpus: Corpus) -> None:
    """A party without a case is no party to a contrast: there is nothing it could lack."""
    assert Contrast(alike=(), differ=()) == contrast(corpus, "taiyuan", "shuozhou")
    with_it = contrast(corpus, "taiyuan", "datong", "shuozhou")
    assert contrast(corpus, "taiyuan", "datong") == with_it


def test_a_joint_case_is_alike_in_all(corpus: Corpus) -> None:
    """Two localities of one joint case differ in nothing."""
    found = contrast(corpus, "changzhi", "jincheng")
    assert (True, ()) == (bool(found.alike), found.differ)


def test_a_silent_stage_is_not_told_as_absent(corpus: Corpus) -> None:
    """No statement says that a party does without something."""
    found = contrast(corpus, "taiyuan", "datong", "xinzhou")
    said = [text.zh for text in (*found.alike, *found.differ)]
    assert [] == [one for one in said if "没有" in one or "无" in one]


def test_an_unknown_place_has_no_level(corpus: Corpus) -> None:
    """A made-up case whose code the gazetteer lacks is contrasted in all but its level."""
    odd = evolve(taiyuan(corpus), id=CaseId("made-up-odd"), localities=(LocalityCode("999999"),))
    found = contrast(made_up(corpus, odd), "made-up-odd", "datong")
    assert [] == [text.en for text in found.differ if "level" in text.en]


def test_sides_alone_are_no_contrast(corpus: Corpus) -> None:
    """One side can't be alike to anything, nor none."""
    found = compare(corpus, "taiyuan", "datong")
    one = side_of(found.parties[0], 0, found.stages, found.metrics, found.outcomes, corpus.registry)
    nothing = Contrast(alike=(), differ=())
    assert [nothing, nothing] == [contrasted(()), contrasted((one,))]


def test_a_side_has_what_is_told_of_it_only(corpus: Corpus) -> None:
    """Of Datong an outcome and five stages are told, of Taiyuan none of them."""
    found = compare(corpus, "taiyuan", "datong")
    told = []
    for index in range(2):
        side = side_of(
            found.parties[index],
            index,
            found.stages,
            found.metrics,
            found.outcomes,
            corpus.registry,
        )
        told.append(sum(aspect.head in ("stage", "outcome") for aspect in side.aspects))
    assert [0, 6] == told


def test_an_indicator_that_is_not_known_stands_last(corpus: Corpus) -> None:
    """Known ones have their place in the vocabulary, others their name behind it."""
    known = list(corpus.registry.indicators)
    expected = [(0, ""), (len(known), "a_made_up_one")]
    ids = (known[0], "a_made_up_one")
    assert expected == [indicator_place(corpus.registry, id_) for id_ in ids]
