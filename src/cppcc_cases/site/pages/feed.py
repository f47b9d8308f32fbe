"""The feeds of new and changed cases, and the sitemap."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote, urlsplit

from attrs import frozen

from cppcc_cases.forms.json_form import to_json
from cppcc_cases.model import Case
from cppcc_cases.report.plain import plain_listing
from cppcc_cases.site.config import Config
from cppcc_cases.site.page import Page
from cppcc_cases.site.paging import ON_A_PAGE
from cppcc_cases.site.parts import series, share_of
from cppcc_cases.site.shell import TAGS, Shell
from cppcc_cases.site.source import Source
from cppcc_cases.site.words import SiteWords
from cppcc_cases.text import Lang

_NOWHERE = "cppcc-cases.invalid"
"""The name under which entries are known of a site that doesn't say where it stands."""
_MINTED = "2026"
"""The year in which the scheme of the ids was made; an id never changes with the day."""
_UNKNOWN = date(1970, 1, 1)
_IN_A_MAP = 50_000
"""More addresses may not stand in one sitemap."""
_NO_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""What no XML may hold, of that which is not written out anyhow."""


@frozen(kw_only=True)
class Entry:
    """An entry of the feed: a case as it now is, and the day by which it can be told."""

    id: str
    title: str
    summary: str
    path: str
    kind: str
    kind_name: str
    updated: str


def pages(shell: Shell, lang: Lang) -> Iterator[Page]:
    """Yield the feed of a language, the latest cases first, in files that refer to each other."""
    source, words = shell.source, shell.source.words(lang)
    # Sorted twice, as days run backwards and ids forwards.
    cases = sorted(source.corpus.cases, key=lambda one: one.id)
    cases.sort(key=lambda one: updated(source, one), reverse=True)
    latest = updated(source, cases[0]) if cases else _UNKNOWN
    for pager in series("feed.xml", len(cases), ON_A_PAGE):
        yield shell.page(
            lang,
            pager.path,
            "feed.xml",
            title=_legal(words.of(source.config.title)),
            about=words["feed_subtitle"],
            feed_id=f"tag:{_authority(source.config)},{_MINTED}:{lang.value}",
            updated=_instant(latest),
            entries=[_entry(source, words, one) for one in cases[share_of(pager, ON_A_PAGE)]],
            pager=pager,
        )


def updated(source: Source, case: Case) -> date:
    """Return the latest day on which an article of the case may have appeared.

    There is no clock in a site: the same cases make the same feed.
    """
    dates = [one.published.date for one in source.articles_of(case)] or [case.period.date]
    days = [day for one in dates if (day := one.upper or one.lower)]
    return max(days, default=_UNKNOWN)


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _entry(source: Source, words: SiteWords, case: Case) -> Entry:
    return Entry(
        id=entry_id(source.config, words.lang, case),
        title=_legal(words.of(case.title)),
        summary=_legal(words.of(case.summary)),
        path=f"cases/{case.id}.html",
        kind=case.mechanism.kind,
        kind_name=_legal(words.of(case.mechanism.name)),
        updated=_instant(updated(source, case)),
    )


def entry_id(config: Config, lang: Lang, case: Case) -> str:
    """Return the id of an entry; with any change of the case it is another."""
    content = to_json(plain_listing((case,)))
    fingerprint = hashlib.sha256(content.encode("utf-8")).hexdigest()[:12]
    return f"tag:{_authority(config)},{_MINTED}:{lang.value}/{quote(case.id)}/{fingerprint}"


def _authority(config: Config) -> str:
    return (urlsplit(config.url).hostname if config.url else None) or _NOWHERE


def _legal(text: str) -> str:
    return text.translate(_NO_XML)


def sitemap(paths: Iterable[str], config: Config) -> Iterator[Page]:
    """Yield the sitemap of the pages among these paths; nothing if it is not known where they are.

    Where they are too many for one, it lists others.
    """
    if config.url is None:
        return
    found = sorted(path for path in paths if path.endswith(".html") and "/" in path)
    parts = [found[at : at + _IN_A_MAP] for at in range(0, len(found), _IN_A_MAP)] or [[]]
    if len(parts) == 1:
        yield Page(path="sitemap.xml", content=_map(parts[0], config.url))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield Page(path=name, content=_map(part, config.url))
    held = "".join(f"<sitemap><loc>{_at(config.url, name)}</loc></sitemap>\n" for name in names)
    yield Page(path="sitemap.xml", content=_xml("sitemapindex", held))


def _map(paths: Iterable[str], url: str) -> bytes:
    return _xml("urlset", "".join(_place(path, url) for path in paths))


def _place(path: str, url: str) -> str:
    """Return a page with the same page in every language."""
    below = path.partition("/")[2]
    twins = "".join(
        f'<xhtml:link rel="alternate" hreflang="{TAGS[lang]}"'
        f' href="{_at(url, f"{lang.value}/{below}")}"/>'
        for lang in Lang
    )
    return f"<url><loc>{_at(url, path)}</loc>{twins}</url>\n"


def _at(url: str, path: str) -> str:
    """Return an address that can stand in XML as it is."""
    return quote(url, safe=":/%~[]@") + quote(path)


def _xml(name: str, content: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{content}</{name}>\n'
    ).encode()
