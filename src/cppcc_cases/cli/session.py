"""What every command that reads cases shares: its options, the corpus, and how it ends."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import define, field

from cppcc_cases.cli.local import LANGS, Choice, Place, Whole, Wrong, lang_of, option
from cppcc_cases.text import Lang

if TYPE_CHECKING:
    from cppcc_cases.codec import Plain
    from cppcc_cases.errors import Problem
    from cppcc_cases.plugins.registry import Registry
    from cppcc_cases.query import Selection
    from cppcc_cases.report.document import Document
    from cppcc_cases.report.values import Report
    from cppcc_cases.store import Store
    from cppcc_cases.store.cache import Cache

FOLDERS = "CPPCC_CASES_PATH"
FORMATS = {"text": "文本", "markdown": "Markdown", "json": "JSON"}
_F = TypeVar("_F", bound=Callable[..., Any])


@define
class Session:
    """One run of a command: it speaks in ``lang``, and what it shows is in all of ``langs``."""

    lang: Lang
    langs: tuple[Lang, ...]
    form: str
    folders: tuple[Path, ...]
    force: bool
    cached: bool = True
    failed: bool = field(default=False, init=False)

    def corpus(self) -> "Store":
        """Return the shipped cases and those of the user's folders; problems go to stderr."""
        from cppcc_cases.loading import load

        corpus = load(*self.folders, strict=False, cache=self.cache())
        # What is in Chinese alone says so where it is shown; `cases check` tells of it.
        self.report(tuple(one for one in corpus.problems if one.code != "no-english"))
        return corpus

    def cache(self) -> "Cache | None":
        """Return where to keep what is read, unless that is not wished."""
        if not self.cached:
            return None
        from cppcc_cases.store.cache import Cache, cache_folder

        shown = sys.stderr is not None and sys.stderr.isatty()
        progress = partial(_progress, self.lang) if shown else None
        return Cache(folder=cache_folder(), progress=progress)

    def registry(self) -> "Registry":
        """Return what is installed, with the words of the user's folders; problems to stderr."""
        from cppcc_cases.plugins.registry import Registry
        from cppcc_cases.store.words import words_of

        installed = Registry.installed()
        folders = (*map(Path, installed.collections.values()), *self.folders)
        found, problems = words_of(folders, installed)
        self.report(tuple(problems))
        return found

    def select(self, corpus: "Store", filters: "dict[str, str | None]") -> "Selection":
        """Return the cases that filters choose, and say which place of several was taken."""
        from cppcc_cases.query import select

        for name, prefer in (("locality", corpus.codes()), ("province", ())):
            asked = filters[name]
            found = corpus.gazetteer.resolve(asked, prefer) if asked is not None else None
            # Who asks for a province means none of the counties of its name.
            if found and found.note and (found.locality.parents or name == "locality"):
                click.echo(found.note.in_(self.lang), err=True)
        return select(corpus, **filters)

    def shown(self, count: int, limit: int | None, output: Path | None) -> int:
        """Return how many of so many entries are to be listed."""
        if limit is None:
            limit = SCREENFUL if output is None and self.form == "text" else 0
        return min(count, limit) if limit else count

    def report(
        self, problems: "tuple[Problem, ...]", *, err: bool = True, quiet: bool = False
    ) -> None:
        """Print problems unless ``quiet``, and remember whether one of them is an error."""
        if not problems:
            return
        from cppcc_cases.errors import Severity
        from cppcc_cases.report.problems import problem_line
        from cppcc_cases.source.files import here

        for problem in problems:
            self.failed |= problem.severity is Severity.ERROR
            if not quiet:
                click.echo(problem_line(problem, self.lang, here()), err=err)

    def show(
        self,
        document: "Callable[[Lang], Document]",
        plain: "Callable[[], Plain]",
        output: Path | None = None,
    ) -> None:
        """Print a document as text or Markdown, or the plain value behind it as JSON.

        Where ``output`` is given, that file is written instead. Of two languages the documents
        stand one after the other; JSON has both in any case.
        """
        if self.form == "json":
            from cppcc_cases.forms.json_form import to_json

            said = to_json(plain())
        else:
            said = "\n".join(self._said(document(lang), output) for lang in self.langs)
        self.put(said, output)

    def report_on(
        self, reports: "Sequence[Report]", plain: "Callable[[], Plain]", output: Path | None
    ) -> None:
        """Print reports, or write them to a file in the form that its ending names."""
        if output:
            from cppcc_cases.forms.form import Shown, ending_of, in_form
            from cppcc_cases.plugins.registry import Registry

            registry = Registry.installed()
            ending = ending_of(output, registry)
            assert ending  # any other was refused before
            shown = Shown(reports=reports, langs=self.langs, plain=plain)
            self.put(in_form(shown, ending, registry), output)
            return
        from cppcc_cases.report.said import all_said

        self.show(partial(all_said, reports), plain)

    def _said(self, document: "Document", output: Path | None) -> str:
        if self.form == "markdown":
            from cppcc_cases.forms.markdown import markdown

            return markdown(document)
        from cppcc_cases.forms.text import COLOUR, PLAIN, text

        return text(document, _columns(), COLOUR if _coloured() and output is None else PLAIN)

    def put(self, said: str | bytes, output: Path | None) -> None:
        """Print a text, or make a file hold it, or bytes, wholly or not at all, and say so."""
        if output is None:
            click.echo(said, nl=False)
            return
        from cppcc_cases.cli.written import write
        from cppcc_cases.escape import visible

        raw = said.encode("utf-8") if isinstance(said, str) else said
        problem = write(output, raw, force=self.force)
        if problem:
            self.report((problem,))
        else:
            done = "已写入：" if self.lang is Lang.ZH else "written: "
            click.echo(done + visible(str(output)), err=True)


_MANY = 200
"""Of so many files that are read anew, the terminal is told how far one is."""


def _progress(lang: Lang, done: int, of: int) -> None:
    if of >= _MANY and (done % 100 == 0 or done == of):
        said = (
            f"第一次读，读了{done:,}/{of:,}个文件"
            if lang is Lang.ZH
            else f"{done:,} of {of:,} files read"
        )
        click.echo(f"\r{said}" + ("\n" if done == of else ""), err=True, nl=False)


def _coloured() -> bool:
    out = sys.stdout
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return out is not None and out.isatty() and wanted


def _columns() -> int:
    """Return the width of the terminal: of ``COLUMNS``, else of the terminal itself, else 80."""
    told = os.environ.get("COLUMNS", "")
    try:
        columns = int(told[:9]) if told.isdecimal() else os.get_terminal_size().columns
    except OSError:
        columns = 0
    return max(columns or 80, 40)


def reading(command: _F) -> _F:
    """Add the options that all commands share, and hand the command its session first."""

    @option(
        "--cases",
        "folders",
        metavar="文件夹|DIR",
        multiple=True,
        type=Place(),
        envvar=FOLDERS,
        help="另加一个存放案例的文件夹，可重复使用。|Add a folder of cases; may be repeated.",
    )
    @option(
        "--lang",
        type=Choice(LANGS),
        help="输出语言：zh、en，或 both（先中文后英文）；不写则按系统语言。|"
        "Language of output: zh, en, or both, one after the other; the system's unless given.",
    )
    @option(
        "--format",
        "form",
        type=Choice(FORMATS),
        default="text",
        help="输出格式：文本、Markdown 或 JSON。|Form of output: text, Markdown or JSON.",
    )
    @option(
        "--no-cache",
        "cached",
        flag_value=False,
        default=True,
        type=click.BOOL,
        help="不用缓存，全部重新读。|Read everything anew, without the cache.",
    )
    @click.pass_context
    @wraps(command)
    def run(
        ctx: click.Context,
        /,
        folders: tuple[Path, ...],
        lang: str | None,
        form: str,
        cached: bool,
        **rest: Any,
    ) -> None:
        asked = lang or ctx.find_root().params.get("lang")
        langs = tuple(Lang) if asked == "both" else (lang_of(ctx),)
        force = rest.pop("force", False)
        session = Session(
            lang=lang_of(ctx),
            langs=langs,
            form=form,
            folders=folders,
            force=force,
            cached=cached,
        )
        command(session, **rest)
        if session.failed:
            ctx.exit(1)

    return run  # type: ignore[return-value]  # wraps() keeps no trace of the parameters added


def _with_form(ctx: click.Context, param: click.Parameter, output: Path | None) -> Path | None:
    """Refuse a file whose ending names no form, before any work is done."""
    if output is None or ctx.resilient_parsing:
        return output
    from cppcc_cases.forms.form import ending_of, endings
    from cppcc_cases.plugins.registry import Registry

    registry = Registry.installed()
    if ending_of(output, registry):
        return output
    known = endings(registry)
    raise Wrong(
        f"“{output.name}”的结尾看不出要写成哪种格式，可用：{'、'.join(known)}",
        f"the ending of “{output.name}” names no form; use one of: {', '.join(known)}",
        ctx,
    )


def describing(command: _F) -> _F:
    """Add the options of commands that describe what data modules may hold."""
    shipped = option(
        "--shipped",
        is_flag=True,
        help="只要本库自带的，不管装了什么。|Only what ships with the library, whatever is "
        "installed.",
    )
    return writing("写到文件里，不打印。|Write to a file instead of printing.")(shipped(command))


def writing(
    about: str, callback: "Callable[[click.Context, click.Parameter, Any], Any] | None" = None
) -> Callable[[_F], _F]:
    """Add the options of commands that can write a file."""
    output = option(
        "-o", "--output", metavar="文件|FILE", type=Place(), callback=callback, help=about
    )
    force = option(
        "--force",
        is_flag=True,
        help="即使那里的文件不是本程序写的，或有人改过，也换掉它。"
        "|Replace the file even if this program did not write it, or somebody has edited it.",
    )
    return lambda command: output(force(command))


SCREENFUL = 40
"""So many entries are shown on a screen unless more are asked for."""


def limiting(command: _F) -> _F:
    """Add the option of commands that may have much to list."""
    return option(
        "--limit",
        type=Whole(min=0),
        metavar="个数|N",
        help=f"最多列出几个，0是全部；不写时，终端里列{SCREENFUL}个，写到文件或JSON里列全部。|"
        f"List so many at most, 0 for all; unless given, {SCREENFUL} as text, and all in files "
        "and JSON.",
    )(command)


def reporting(command: _F) -> _F:
    """Add the options of commands whose reports can be written to a file in any form."""
    return writing(
        "写到文件里，格式看文件名结尾：.txt .md .json .html .docx .xlsx .csv，"
        "或所装软件包增加的结尾。|Write to a file, in the form that its ending names: .txt .md "
        ".json .html .docx .xlsx .csv, or one that a package adds.",
        _with_form,
    )(command)


def complete_case(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the localities with cases, and the ids of cases, that begin with what was typed."""
    corpus = _completing(ctx)
    return _beginning(incomplete, (*_places(corpus), *sorted(corpus.values("id"))))


def complete_filter(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return what a filter may ask for that begins with what was typed."""
    from cppcc_cases.facets import VOCABULARIES, labels

    if param.name in VOCABULARIES:
        from cppcc_cases.plugins.registry import Registry

        return _beginning(incomplete, labels(param.name, Registry.installed()))
    return _beginning(incomplete, _places(_completing(ctx)) if param.name == "locality" else ())


def _completing(ctx: click.Context) -> "Store":
    from cppcc_cases.loading import load
    from cppcc_cases.store.cache import Cache, cache_folder

    folders = ctx.params.get("folders") or ()
    return load(*folders, strict=False, cache=Cache(folder=cache_folder()))


def _places(corpus: "Store") -> list[str]:
    places = [place for code in sorted(corpus.codes()) if (place := corpus.gazetteer.get(code))]
    return [name for place in places for name in (place.slug, place.name.zh)]


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return [word for word in dict.fromkeys(words) if word.startswith(incomplete.casefold())]
