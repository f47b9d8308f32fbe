"""What imports what: those inside functions, those for types only and those by name included."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import cppcc_cases
from cppcc_cases.cli.app import app
from cppcc_cases.cli.commands.site import command as site
from cppcc_cases.cli.local import Group

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src"
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = set(CONFIG["project"]["entry-points"])
LAYERS: list[str] = CONFIG["tool"]["importlinter"]["contracts"][0]["layers"]
LAYERS.insert(LAYERS.index("cppcc_cases.site") + 1, "cppcc_cases")
"""From the top down. The package itself, with the public names, stands above all they are from."""

Files = Mapping[str, ast.Module]
FILES: Files = {
    ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__"): ast.parse(
        path.read_text(encoding="utf-8")
    )
    for path in sorted(SRC.rglob("*.py"))
}
BY_NAME = {"import_module", "__import__", "resolve_name", "run_module", "exec", "eval", "reload"}
"""Functions that import what a string says."""
MAY = ("cppcc_cases", "cppcc_cases.cli.local", r"cppcc_cases\.(kinds|plugins)\.\w+")
"""Who may call them: for public names, for commands, and for entry points."""


def imported(name: str, files: Files = FILES) -> set[str]:
    """Return the modules of ours that a module imports, wherever in it that stands."""
    found = set()
    for node in ast.walk(files[name]):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports from where it is: write the whole name"
            inner = {f"{node.module}.{one.name}" for one in node.names}
            # A package that gives but modules is not what they need.
            found |= inner & files.keys() or {str(node.module)}
    return (found & files.keys()) - {name}


def hidden(tree: ast.Module, known: Mapping[str, object] = FILES) -> Iterator[str]:
    """Yield strings that name a module of ours, and calls that import what a string says."""
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    rooms = "|".join({name.split(".")[1] for name in known if "." in name})
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            if re.match(rf"\.?cppcc_cases[./]({rooms})\b", node.value):
                yield node.value
        elif isinstance(node, ast.Name | ast.Attribute | ast.alias):
            called = getattr(node, "id", None) or getattr(node, "attr", None) or node.name  # type: ignore[union-attr]
            if called in BY_NAME:
                yield f"{called}()"


def by_table() -> dict[str, set[str]]:
    """Return what the two tables import: public names, and commands."""
    groups = [group for group in (app, site) if isinstance(group, Group)]
    tables = {"cppcc_cases": set(cppcc_cases._HOMES)}
    tables["cppcc_cases.cli.app"], tables["cppcc_cases.cli.commands.site"] = (
        {module for module, _ in group.lazy.values()} for group in groups
    )
    return tables


def graph() -> dict[str, set[str]]:
    """Return which modules each module imports, by whatever way."""
    tables = by_table()
    return {name: imported(name) | tables.get(name, set()) for name in FILES}


def room(name: str) -> str:
    """Return the layer that a module is in."""
    return ".".join(name.split(".")[:2])


def circle(arrows: Mapping[str, set[str]]) -> list[str]:
    """Return modules that import one another in a circle, if any do."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_modules_stand_in_a_circle() -> None:
    """Not even one that is closed by an import inside a function."""
    assert [] == circle(graph())


def test_no_rooms_stand_in_a_circle() -> None:
    """Rooms are entered from above only, counting every import."""
    rooms: dict[str, set[str]] = {}
    for name, found in graph().items():
        rooms.setdefault(room(name), set()).update({room(one) for one in found} - {room(name)})
    assert [] == circle(rooms)


def test_every_arrow_leads_down() -> None:
    """The layers hold for imports by the tables and those of the package itself as well."""
    level = {name: number for number, name in enumerate(LAYERS)}
    level["cppcc_cases.__main__"] = -1
    upward = [
        f"{name} -> {one}"
        for name, found in graph().items()
        for one in found
        if room(name) != room(one) and level[room(name)] >= level[room(one)]
    ]
    assert [] == upward


def test_every_room_is_in_a_layer() -> None:
    """No room stands outside the layers, and no layer is empty."""
    rooms = {room(name) for name in FILES} - {"cppcc_cases.__main__"}
    assert sorted(rooms) == sorted(LAYERS)


def test_no_import_hides_in_a_string() -> None:
    """Modules are named in strings, and imported by strings, in the tables alone."""
    allowed = {(name, module) for name, found in by_table().items() for module in found}
    allowed.add(("cppcc_cases.cli.app", "cppcc_cases.cli.commands."))
    # A signal asks whether that module is there, and must import nothing.
    allowed.add(("cppcc_cases.__main__", "cppcc_cases.source.beside"))
    unseen = [
        (name, one)
        for name, tree in FILES.items()
        for one in hidden(tree)
        if one not in GROUPS and (name, one) not in allowed
        if one != "import_module()" or not any(re.fullmatch(may, name) for may in MAY)
    ]
    assert [] == unseen


@pytest.mark.parametrize("name", sorted(set().union(*by_table().values())))
def test_the_tables_name_what_there_is(name: str) -> None:
    """Each entry of the two tables is a module."""
    assert name in FILES


def test_the_public_names_are_told_to_readers_of_types() -> None:
    """What the table gives is what the imports for type checkers give."""
    typed = {
        (str(node.module), alias.name)
        for branch in FILES["cppcc_cases"].body
        if isinstance(branch, ast.If)
        for node in branch.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    table = {(home, name) for home, names in cppcc_cases._HOMES.items() for name in names}
    assert typed == table


@pytest.mark.parametrize(
    "line",
    [
        'import_module("cppcc_cases.forms.notebook")',
        'importlib.import_module(".forms", "cppcc_cases")',
        'from importlib import import_module as later\nlater("cppcc" + "_cases.forms")',
        '__import__("cppcc_cases")',
        'sys.modules["cppcc_cases.forms.notebook"]',
        'name = f"cppcc_cases.{room}"\nexec(f"import {name}")',
        'home = f"cppcc_cases.forms.{name}"',
        'HOMES = {"cppcc_cases.report": ("page",)}',
        'pkgutil.resolve_name("cppcc_cases.forms.notebook:fragment")',
    ],
)
def test_hidden_imports_are_seen(line: str) -> None:
    """Each of these would bring in a room unseen."""
    assert [] != list(hidden(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        '"""As in :mod:`cppcc_cases.forms`."""',
        'label = "cppcc_cases.label"',
        "from cppcc_cases.forms.notebook import fragment",
    ],
)
def test_other_strings_may_stand(line: str) -> None:
    """Docstrings, keys and plain imports hide nothing."""
    assert [] == list(hidden(ast.parse(line)))


@pytest.mark.parametrize(
    "lower",
    [
        "def late():\n    from cppcc_cases.a import one",
        "if TYPE_CHECKING:\n    import cppcc_cases.a",
        "class Value:\n    def show(self):\n        from cppcc_cases import a",
        "try:\n    from cppcc_cases.a import x, y\nexcept ImportError:\n    pass",
    ],
)
def test_a_late_import_closes_a_circle(lower: str) -> None:
    """An import counts wherever it stands."""
    made = {"cppcc_cases.a": "import cppcc_cases.b", "cppcc_cases.b": lower}
    files = {name: ast.parse(text) for name, text in made.items()}
    assert 3 == len(circle({name: imported(name, files) for name in files}))
