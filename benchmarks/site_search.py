"""Search in the site's box over 1,000 made-up cases: size of the index, loading, and each query.

The cases are the shipped ones with new ids, each in another locality. Measured in Chromium, with
the clock of the page: finding, and finding and showing. The browser is ``CPPCC_CASES_CHROMIUM``,
else ``chromium`` on the path. ``python benchmarks/site_search.py [CASES]``.
"""

import os
import shutil
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from attrs import evolve
from playwright.sync_api import Page, sync_playwright

from cppcc_cases.model import Case, CaseId, Locality
from cppcc_cases.site import search
from cppcc_cases.site.pages import home
from cppcc_cases.site.shell import Shell
from cppcc_cases.site.source import Source
from cppcc_cases.store import Corpus, shipped
from cppcc_cases.text import Lang, Text

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
QUERIES = (
    "太",
    "养犬",
    "提案",
    "协商平台",
    "双向评议",
    "太原双向评议",
    "没有这样的词组",
    "a",
    "ta",
    "taiyuan",
    "tai yuan",
    "1401",
    "12345热线",
    "member studio",
    "the proposals of members and their handling",
    "nothing like this",
)
TIMED = """(query) => {
  const times = [];
  for (let nth = 0; nth < 15; nth += 1) {
    const begin = performance.now();
    JOB;
    times.push(performance.now() - begin);
  }
  return [times.sort((a, b) => a - b)[7], times[14]];
}"""
FIND = TIMED.replace("JOB", "window.cppccSearch.find(query)")
SHOW = TIMED.replace(
    "JOB",
    "const box = document.querySelector('#q'); box.value = query;"
    "box.dispatchEvent(new InputEvent('input')); document.querySelector('#found').offsetHeight",
)


def make(count: int) -> Corpus:
    """Return a corpus of so many cases."""
    corpus = shipped()
    places = cycle(place for place in corpus.gazetteer if place.parents)
    cases = [
        _moved(case, place, number)
        for number, (case, place) in enumerate(islice(zip(cycle(corpus.cases), places), count))
    ]
    first, *others = corpus.files
    emptied = [evolve(one, cases=()) for one in others]
    return evolve(corpus, files=(evolve(first, cases=tuple(cases)), *emptied))


def _moved(case: Case, place: Locality, number: int) -> Case:
    title = Text(
        zh=f"{place.name.zh}：{case.title.zh.partition('：')[2]}",
        en=f"{place.name.en}: {case.title.en.partition(': ')[2]}",
    )
    id_ = CaseId(f"{place.slug}-{number}")
    return evolve(case, id=id_, title=title, localities=(place.code,))


def write(corpus: Corpus, folder: Path) -> None:
    """Write what searching needs of a site, and print the size of the index."""
    shell = Shell(source=Source(corpus=corpus))
    assets = Path(search.__file__).parent / "assets"
    shutil.copytree(assets, folder / "assets")
    for lang in Lang:
        for page in (*home.pages(shell, lang), *search.pages(shell, lang)):
            (folder / page.path).parent.mkdir(exist_ok=True)
            (folder / page.path).write_bytes(page.content)
            if page.path.startswith("assets/"):
                print(f"{page.path}: {len(page.content) / 1000:.0f} kB")


def measure(page: Page, address: str) -> None:
    """Print how long loading and each query take."""
    page.goto(address)
    loading = page.evaluate(
        """async () => {
          const begin = performance.now();
          document.querySelector("#q").focus();
          const waited = () => new Promise((go) => setTimeout(go, 1));
          while (!window.cppccSearch?.find("1").length) await waited();
          return performance.now() - begin;
        }"""
    )
    print(f"from focus to the first answer: {loading:.0f} ms")
    slowest = slowest_middle = 0.0
    for query in QUERIES:
        found = page.evaluate("(query) => window.cppccSearch.find(query).length", query)
        middle, worst = page.evaluate(FIND, query)
        shown, worst_shown = page.evaluate(SHOW, query)
        slowest = max(slowest, worst, worst_shown)
        slowest_middle = max(slowest_middle, middle, shown)
        print(
            f"  {query}: {found} found, {middle:.1f} ms (at most {worst:.1f}); "
            f"shown in {shown:.1f} ms (at most {worst_shown:.1f})"
        )
    print(f"slowest query: {slowest_middle:.1f} ms (median); slowest of all runs: {slowest:.1f} ms")


def main(count: int) -> None:
    """Print sizes and times for both languages."""
    browser_path = os.environ.get("CPPCC_CASES_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        corpus = make(count)
        print(f"{len(corpus.cases)} cases")
        write(corpus, Path(name))
        browser = play.chromium.launch(executable_path=browser_path, args=list(FLAGS))
        for lang in Lang:
            print(lang.value)
            measure(browser.new_page(), f"file://{name}/{lang.value}/index.html")
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
