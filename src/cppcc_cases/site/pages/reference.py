"""The reference: the library's public names, module by module, and the commands of the terminal."""

import re
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from cppcc_cases.site.api import ModuleEntry, modules
from cppcc_cases.site.commands import CommandHelp
from cppcc_cases.site.guide import Entry, Guide
from cppcc_cases.site.page import Page
from cppcc_cases.site.prose_html import code_word, said
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

_INDEX = "api/index.html"
_CLI = "cli.html"


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the pages of the library's names, and that of its commands."""
    yield _index(shell, lang)
    for module in modules():
        yield _module(shell, lang, module)
    yield commands_page(shell, lang, shell.source.commands)


def commands_page(shell: Shell, lang: Lang, commands: tuple[CommandHelp, ...]) -> Page:
    """Return the page of the commands, the first of which is the one that all belong to."""
    words = shell.source.words(lang)
    contents = tuple((one.id, one.brief) for one in commands)
    return shell.page(
        lang,
        _CLI,
        "cli.html",
        title=words["cli_reference"],
        about=words["about_cli"],
        commands=commands,
        said=partial(_help, coded=_coded(commands), lang=lang),
        guide=_guide(words, _CLI, contents),
    )


def _coded(commands: tuple[CommandHelp, ...]) -> re.Pattern[str]:
    """Return what is code in the help of commands: options, and commands with what they choose."""
    names = ["--[a-z][a-z-]*"]
    for one in sorted(commands, key=lambda one: len(one.name), reverse=True):
        choices = re.search(r"\[([a-z]+(?:\|[a-z]+)+)\]", one.usage.en)
        after = f"(?: (?:{choices[1]}))?" if choices else ""
        if " " in one.name:
            names.append(f"{re.escape(one.name)}{after}")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])", re.ASCII)


def _help(text: str, coded: re.Pattern[str], lang: Lang) -> Markup:
    """Return a line of help, with what is typed in a terminal as code."""
    told, end = Markup(""), 0
    for found in coded.finditer(text):
        told += said(text[end : found.start()], lang) + code_word(found[0])
        end = found.end()
    return told + said(text[end:], lang)


def _index(shell: Shell, lang: Lang) -> Page:
    words = shell.source.words(lang)
    first, *others = modules()
    return shell.page(
        lang,
        _INDEX,
        "api.html",
        title=words["api"],
        about=words["about_api"],
        first=first,
        others=others,
        guide=_guide(
            words, _INDEX, (("names", words["api_first"]), ("modules", words["api_modules"]))
        ),
    )


def _module(shell: Shell, lang: Lang, module: ModuleEntry) -> Page:
    words = shell.source.words(lang)
    path = f"api/{module.page}"
    contents = [(one.name, one.name) for one in module.entries]
    if module.elsewhere:
        contents.append(("elsewhere", words["told_elsewhere"]))
    return shell.page(
        lang,
        path,
        "api_module.html",
        title=module.name,
        about=words["about_module"].format(module.name),
        module=module,
        said=partial(said, lang=lang),
        guide=_guide(words, path, tuple(contents)),
    )


def _guide(words: SiteWords, path: str, contents: tuple[Entry, ...]) -> Guide:
    """Return where a page of the reference stands."""
    return Guide(
        name=words["reference_pages"],
        entries=(
            (_INDEX, words["api"]),
            *((f"api/{one.page}", one.name) for one in modules()),
            (_CLI, words["cli_reference"]),
        ),
        path=path,
        contents=contents,
        related=tuple(
            (target, words[key])
            for key, target in (
                ("nav_tutorial", "tutorial/index.html"),
                ("codebook", "codebook.html"),
                ("nav_vocabulary", "vocabulary.html"),
            )
        ),
    )
