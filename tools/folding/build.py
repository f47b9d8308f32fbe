"""Write the table of traditional characters: ``python tools/folding/build.py WHEEL``.

The wheel is ``opencc_python_reimplemented-0.1.7``; of it one data file is read, and no code is run.
Kept are the characters whose simplified form stands in a place name of the gazetteer, or in a
numeral or measure word, and which stand in no place name themselves (乾安, 乾县).
"""

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2] / "src" / "cppcc_cases"
TABLES = "opencc/dictionary/{}.txt"
COUNTING = "零一二三四五六七八九十百千万亿两余几个件名次项篇条场户亩间辆处台张种类里栋吨岁周圆半数"
HEAD = '''"""Traditional characters and their simplified forms. Written by tools/folding/build.py.

Source: TSCharacters, HKVariants and TWVariants of OpenCC (Open Chinese Convert), Apache License
2.0, as packed in opencc-python-reimplemented 0.1.7; changed here: only characters of place names,
numerals and measure words, one simplified form each.
"""

'''
WIDTH = 80


def main(wheel: str) -> None:
    """Write the module."""
    simpler = _table(wheel, "TSCharacters")
    simpler |= {
        form: simpler.get(old, old)
        for variants in ("HKVariants", "TWVariants")
        for old, form in _table(wheel, variants).items()
        if form not in simpler
    }
    gazetteer = (ROOT / "vocab" / "gazetteer.tsv").read_text(encoding="utf-8")
    wanted = {char for char in gazetteer + COUNTING if "\u3400" <= char <= "\u9fff"}
    # The wheel calls these characters ones of their own; in print they stand for others as well.
    simpler |= {"臺": "台", "濬": "浚"}
    pairs = {
        old: new
        for old, new in simpler.items()
        if new in wanted and old not in wanted and old != new
    }
    olds = sorted(pairs)
    text = HEAD + _told("TRADITIONAL", olds) + "\n" + _told("SIMPLIFIED", [pairs[o] for o in olds])
    (ROOT / "folding_table.py").write_text(text, encoding="utf-8")


def _table(wheel: str, name: str) -> dict[str, str]:
    """Return the first form that a table of the wheel gives for each character."""
    rows = zipfile.ZipFile(wheel).read(TABLES.format(name)).decode("utf-8").splitlines()
    return {old: new.split()[0] for old, _, new in (row.partition("\t") for row in rows)}


def _told(name: str, chars: list[str]) -> str:
    each = WIDTH // 2
    lines = ["".join(chars[at : at + each]) for at in range(0, len(chars), each)]
    return f"{name} = (\n" + "".join(f'    "{line}"\n' for line in lines) + ")\n"


if __name__ == "__main__":
    main(sys.argv[1])
