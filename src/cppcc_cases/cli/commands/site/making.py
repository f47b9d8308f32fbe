"""What building a site and previewing it share: the configuration, the corpus, and what is told."""

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import define, field

from cppcc_cases.cli.local import Place, option
from cppcc_cases.cli.session import Session
from cppcc_cases.text import Text

if TYPE_CHECKING:
    from cppcc_cases.errors import Problem
    from cppcc_cases.plugins.registry import Registry
    from cppcc_cases.site.config import Config
    from cppcc_cases.site.source import Source
    from cppcc_cases.site.write import Written

_F = TypeVar("_F", bound=Callable[..., Any])
_PACKAGES = {"jinja2": "Jinja2", "markupsafe": "Jinja2", "markdown_it": "markdown-it-py"}


def configured(command: _F) -> _F:
    """Add the option that names the configuration of a site."""
    return option(
        "--config",
        metavar="文件|FILE",
        type=Place(),
        help="网站的配置：标题、颜色、标志、网址、“关于”页。|"
        "The site's configuration: title, colour, logo, address, words about it.",
    )(command)


@define
class Maker:
    """Makes a site from the cases of a session and a configuration file, as often as is asked."""

    session: Session
    file: Path | None
    _files: tuple[Path, ...] = field(default=(), init=False)

    def ready(self) -> bool:
        """Tell whether all packages are there; if one is lacking, say how to get it."""
        try:
            import cppcc_cases.site.build  # noqa: F401 - to see whether it can be
        except ModuleNotFoundError as error:
            package = _PACKAGES.get(str(error.name).partition(".")[0])
            if package is None:
                raise
            self.refuse(_lacking(package))
            return False
        return True

    def make(self, folder: Path) -> "Written | None":
        """Build the site into a folder; None where that can't be, after saying why.

        Raises :class:`~cppcc_cases.scaffold.write.CannotWrite`.
        """
        from cppcc_cases.site.build import build
        from cppcc_cases.site.fragment import fragment_problems
        from cppcc_cases.site.write import write
        from cppcc_cases.source.beside import clean

        clean(Path(os.path.realpath(folder)).parent)  # also puts back a site that a killed run lost
        source = self._source()
        if source is None:
            self.refuse(_FAULTY)
            return None
        gc.enable()  # a run is not short here, and making pages leaves much behind
        self.session.report(fragment_problems(source))
        return write(build(source), folder)

    def places(self) -> tuple[Path, ...]:
        """Return the files and folders that the site is made from, as far as they are known."""
        from cppcc_cases.store import shipped_folder

        brought = map(Path, self._registry().collections.values())
        config = (self.file,) if self.file else ()
        return (shipped_folder(), *brought, *self.session.folders, *config, *self._files)

    def _registry(self) -> "Registry":
        from cppcc_cases.plugins.registry import Registry

        return Registry.installed()

    def _source(self) -> "Source | None":
        """Return what the site is made from, or None where there are errors."""
        from cppcc_cases.errors import Severity
        from cppcc_cases.loading import load
        from cppcc_cases.site.source import Source

        config, problems = self._config()
        folders, known, cache = self.session.folders, self._registry(), self.session.cache()
        corpus = load(*folders, strict=False, registry=known, cache=cache)
        found = (*problems, *corpus.problems)
        self.session.report(found)
        if any(one.severity is Severity.ERROR for one in found):
            return None
        return Source(corpus=corpus, config=config)

    def _config(self) -> "tuple[Config, tuple[Problem, ...]]":
        from cppcc_cases.site.config import Config
        from cppcc_cases.site.settings import read_settings

        if self.file is None:
            return Config(), ()
        read = read_settings(self.file)
        self._files = read.files
        return read.config, read.problems

    def refuse(self, why: Text) -> None:
        """Say why there is no site, and remember that the command must end with 1."""
        from cppcc_cases.cli.messages import error_line

        click.echo(error_line(why, self.session.lang), err=True)
        self.session.failed = True


_FAULTY = Text(
    zh="上面有错误，没有生成网站；改好再来",
    en="there are errors, told above, and no site was built; mend them first",
)


def _lacking(package: str) -> Text:
    from cppcc_cases.installing import to_install

    how = to_install("cppcc-cases[site]")
    return Text(
        zh=f"生成网站要用 {package}，还没有装，请先运行：{how}",
        en=f"building a site needs {package}, which is not installed; run: {how}",
    )
