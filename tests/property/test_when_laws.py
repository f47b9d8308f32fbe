"""Laws of what a data module writes of a figure: all that is written is read again."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.property.test_verdict_laws import INDICATORS, metrics, windows

from cppcc_cases.codec.when import plain_when, read_when
from cppcc_cases.codec.written import written
from cppcc_cases.model import When
from cppcc_cases.source.emit import emit
from cppcc_cases.source.yamltext import parse
from cppcc_cases.store import shipped

CASE = shipped().cases[0]
ARTICLE = shipped().articles[0]


@given(windows())
def test_a_time_is_read_as_it_is_written(when: When) -> None:
    """Writing a time and reading it again gives that time, over YAML too."""
    tree = plain_when(when)
    again, problems = parse(emit({"when": tree}))
    assert isinstance(again, dict)
    assert (when, when, ()) == (read_when(tree), read_when(again["when"]), problems)


@given(windows(), st.data())
def test_a_figure_says_its_time_wherever_its_case_has_one(when: When, data: st.DataObject) -> None:
    """A figure in a case with a time of its own keeps its own, unknown as it may be."""
    metric = data.draw(metrics(data.draw(st.sampled_from(INDICATORS))))
    case = evolve(CASE, when=when, metrics=(metric,))
    tree = written(ARTICLE, [case])
    told = tree["cases"][0]["metrics"][0]  # type: ignore[index, call-overload]
    assert metric.when == read_when(told["when"])  # type: ignore[index, call-overload]
