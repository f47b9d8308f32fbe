"""What checking and verifying found → plain values for JSON."""

from cppcc_cases.checks.verify import Found, Verification
from cppcc_cases.codec import Plain
from cppcc_cases.errors import Problem
from cppcc_cases.store import Store


def plain_check(corpus: Store) -> dict[str, Plain]:
    """Return what was checked and every problem."""
    return {
        "files": [loaded.file for loaded in corpus.files],
        "cases": [case.id for case in corpus.cases],
        "problems": [plain_problem(problem) for problem in corpus.problems],
    }


def plain_problem(problem: Problem) -> Plain:
    """Return a problem with its message in both languages."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "path": list(problem.path),
        "message": {"zh": problem.message.zh, "en": problem.message.en},
    }


def plain_verification(result: Verification) -> Plain:
    """Return what became of every anchor."""
    return {
        "counts": {found.value: result.count(found) for found in Found},
        "absent": [article.id for article in result.absent],
        "anchors": [
            {
                "article": one.evidence.article,
                "paragraph": one.evidence.paragraph,
                "anchor": one.evidence.anchor,
                "file": one.location.file,
                "line": one.location.line,
                "found": one.found.value,
                "taken": one.taken,
                "times": one.times,
            }
            for one in result.anchors
        ],
        "lifted": [plain_problem(problem) for problem in result.lifted],
        "problems": [plain_problem(problem) for problem in result.problems],
    }
