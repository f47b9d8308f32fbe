"""The nodes of a text and the stretches of its scalars."""

from cppcc_cases.source.nodes import Nodes

TEXT = """\
a:
  - {x: 1.50, y: "q
    r"}  # c
b: >-
  folded
  text

c:
"""


def test_nodes_have_their_lines() -> None:
    """A node begins with its name; what nothing marks the end of has no last line."""
    found = Nodes.of(TEXT).nodes
    expected = [
        ((), 1, 0),
        (("a",), 1, 0),
        (("a", 0), 2, 3),
        (("a", 0, "x"), 2, 2),
        (("a", 0, "y"), 2, 3),
        (("b",), 4, 7),
        (("c",), 8, 8),
    ]
    assert expected == [(node.path, node.line, node.last) for node in found]


def test_nodes_are_told_apart() -> None:
    """Brackets, values that are left out, and numbers as they are written, are known."""
    found = {node.path: node for node in Nodes.of(TEXT).nodes}
    assert [("a", 0)] == [path for path, node in found.items() if node.is_flow]
    assert [("c",)] == [path for path, node in found.items() if node.is_blank]
    assert [("1.50", ("a", 0, "x"))] == [(n.number, p) for p, n in found.items() if n.number]


def test_spans_are_those_of_names_and_values() -> None:
    """Each stretch goes up to its end; blocks go on to what follows them."""
    expected = [(2, 6, 2, 7), (2, 9, 2, 13), (2, 15, 2, 16), (2, 18, 3, 7)]
    spans = [(s.line, s.column, s.end, s.end_column) for s in Nodes.of(TEXT).spans]
    assert expected == spans[1:5]
    assert [4] == [span.line for span in Nodes.of(TEXT).spans if span.is_block]


def test_a_text_without_nodes() -> None:
    """Where nothing stands but comments there are none."""
    assert ([], []) == (Nodes.of("# c\n").nodes, Nodes.of("# c\n").spans)
