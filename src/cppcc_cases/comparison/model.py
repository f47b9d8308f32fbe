"""A comparison of localities or cases: a value with no text formatting in it."""

from attrs import field, frozen

from cppcc_cases.comparison.normalise import NoQuotient, Quotient
from cppcc_cases.comparison.rows import Aligned, Told
from cppcc_cases.model import (
    JOINT,
    Article,
    Case,
    Evidence,
    Locality,
    Mention,
    Outcome,
    OutcomeKind,
    Row,
    Stage,
    StageClaim,
    StageState,
    Text,
)
from cppcc_cases.plugins.registry import Registry
from cppcc_cases.shown import Shown, brief
from cppcc_cases.text import plural
from cppcc_cases.vocab.denominators import Per


@frozen(kw_only=True)
class Party(Shown):
    """One side of a comparison: a locality with its cases, or a single case.

    ``passed_over`` are localities that bear or bore the name and were not taken; ``note`` says so.
    A party without cases says where it is mentioned and which cases there are nearby.
    """

    asked: str
    title: Text
    localities: tuple[Locality, ...]
    cases: tuple[Case, ...]
    mentions: tuple[tuple[Case, Mention], ...] = ()
    nearby: tuple[Case, ...] = ()
    passed_over: tuple[Locality, ...] = ()
    note: Text | None = None

    def owns(self, whose: str | None) -> bool:
        """Tell whether what is someone's, as a claim says, is this party's, or joint."""
        codes = [place.code for place in self.localities]
        return not codes or whose in (None, JOINT, *codes)

    def __repr__(self) -> str:
        return f"<Party {brief(self.title.zh)}: {plural(len(self.cases), 'case')}>"


@frozen(kw_only=True)
class CaseMechanism:
    """How one case works: its kind and what the source tells in each field of that kind."""

    case: Case
    kind: Text
    rows: tuple[Row, ...]


@frozen(kw_only=True)
class StageCell:
    """The state of a stage for one party, over all its cases, with what is claimed."""

    state: StageState
    claims: tuple[StageClaim, ...]


@frozen(kw_only=True)
class StageRow:
    """One stage of the lifecycle across the parties."""

    stage: Stage
    cells: tuple[StageCell, ...]


@frozen(kw_only=True)
class QuotientRow:
    """One indicator divided by one thing; None where a party has no one figure to divide."""

    per: Per
    cells: tuple[Quotient | NoQuotient | None, ...]


@frozen(kw_only=True)
class MetricRow:
    """One row of figures, and what they come to when divided by what they are counted among."""

    row: Aligned
    quotients: tuple[QuotientRow, ...] = ()


@frozen(kw_only=True)
class OutcomeRow:
    """One kind of outcome across the parties; no outcome told is an empty cell, not none."""

    kind: OutcomeKind
    cells: tuple[tuple[Outcome, ...], ...]


@frozen(kw_only=True)
class Contrast:
    """Statements of what is alike and of what differs, each derived by one rule."""

    alike: tuple[Text, ...]
    differ: tuple[Text, ...]


@frozen(kw_only=True)
class Comparison(Shown):
    """Two or more parties side by side.

    Every ``cells`` has one entry a party, in the order of ``parties``. ``above`` are figures of a
    higher level that a party's cases tell, with the party's place. ``sources`` are the pieces
    of evidence cited, in the order of their first citation; a source's number is its place, from 1.
    ``registry`` knows what the ids of indicators, topics and units stand for.
    """

    parties: tuple[Party, ...]
    mechanisms: tuple[tuple[CaseMechanism, ...], ...]
    stages: tuple[StageRow, ...]
    metrics: tuple[MetricRow, ...]
    above: tuple[tuple[int, Told], ...] = ()
    outcomes: tuple[OutcomeRow, ...]
    contrast: Contrast
    caveats: tuple[Text, ...]
    articles: tuple[Article, ...]
    sources: tuple[Evidence, ...]
    registry: Registry = field(eq=False, repr=False)

    def __repr__(self) -> str:
        titles = brief(" ↔ ".join(party.title.zh for party in self.parties))
        cases = {case.id for party in self.parties for case in party.cases}
        counts = f"{plural(len(cases), 'case')}, {plural(len(self.sources), 'source')}"
        return f"<Comparison {titles}: {counts}>"
