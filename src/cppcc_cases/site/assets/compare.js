// Localities side by side, put together from the column of each: the tables of `cases compare`.
// Nothing here touches the page. Words, sentences and the order of reasons come from Python as
// data; functions that say so do the same as one in Python, line by line.
(() => {
  "use strict";

  let words = null;

  // ---- Words

  // Fills a form as Python's str.format does: {} one after another, {name} by name.
  function fill(form, values) {
    let next = 0;
    return form.replace(/\{(\w*)\}/g, (_, key) => String(values[key === "" ? next++ : key]));
  }

  function colon(name, value) {
    return fill(words.colon, { name, value });
  }

  // Formats a number that is not negative as Python does. They differ in halves only: toFixed
  // rounds these up, Python to the even digit. A half is an odd multiple of this power of two.
  function fixed(value, digits) {
    if (value >= 1e21) return digits ? `${BigInt(value)}.${"0".repeat(digits)}` : `${BigInt(value)}`;
    const text = value.toFixed(digits);
    const halves = value * 2 ** (digits + 1);
    const isHalf = Number.isInteger(halves) && halves % 2 === 1;
    const isOdd = Number(text.at(-1)) % 2 === 1;
    return isHalf && isOdd ? (value * (1 - Number.EPSILON)).toFixed(digits) : text;
  }

  function distinct(values) {
    return [...new Set(values)];
  }

  // ---- Verdicts

  // Tells whether figures may be compared. As judged() in comparison/comparability.py.
  function judged(sides) {
    const told = sides.filter((side) => side.amounts.length);
    const units = distinct(told.flatMap((side) => side.units));
    const onlyRates = units.length === 1 && units[0] === words.rate;
    const between = {
      one_side_silent: told.length < sides.length,
      unit: units.length > 1,
      level: distinct(told.map((side) => side.level)).length > 1 && !onlyRates,
      period: apart(told.flatMap((side) => side.times)),
      scope: distinct(told.flatMap((side) => side.scopes)).length > 1,
    };
    const given = words.reasons
      .map(([reason]) => reason)
      .filter((reason) => between[reason] || told.some((side) => side.own.includes(reason)));
    if (told.length < 2) {
      return { verdict: "not_comparable", reasons: told.length ? ["one_side_silent"] : [] };
    }
    if (given.some((reason) => words.barring.includes(reason))) {
      return { verdict: "not_comparable", reasons: given };
    }
    return { verdict: given.length ? "with_caveat" : "comparable", reasons: given };
  }

  function apart(times) {
    return times.some((one) => times.some((other) => before(one, other)));
  }

  function before(one, other) {
    return one[1] !== null && other[0] !== null && one[1] < other[0];
  }

  function setApart(verdict) {
    return verdict.verdict === "not_comparable" || verdict.reasons.includes("qualifier");
  }

  // Tells how figures stand to each other, or null. As placed() in comparison/standing.py.
  function placed(verdict, sides) {
    if (setApart(verdict)) return null;
    const amounts = sides.map((side) => (side.amounts.length ? side.amounts[0] : null));
    const told = amounts.filter((amount) => amount !== null);
    if (!told.every(Number.isFinite)) return null;
    if (told.length > 2) {
      const rank = (amount) => 1 + told.filter((other) => other > amount).length;
      return { isRank: true, cells: amounts.map((a) => (a === null ? null : rank(a))) };
    }
    const least = Math.min(...told);
    if (least <= 0 || sides.some((side) => side.units.includes(words.rate))) return null;
    return { isRank: false, cells: amounts.map((a) => (a === null ? null : a / least)) };
  }

  // Returns the figure that fills its bar, or null. As _largest() in comparison/bars.py.
  function largest(verdict, sides) {
    const amounts = sides.flatMap((side) => side.amounts);
    const most = Math.max(0, ...amounts);
    if (setApart(verdict) || sides.some((side) => side.units.includes(words.rate))) return null;
    return most > 0 && Number.isFinite(most) && Math.min(...amounts) >= 0 ? most : null;
  }

  // ---- Contrast and caveats

  // Tells what is alike and what differs. As contrasted() in comparison/contrast.py.
  function contrasted(sides) {
    if (sides.length < 2) return { alike: [], differ: [] };
    const groups = new Map();
    for (const { head, name, who } of told(sides)) {
      const key = JSON.stringify([head, who]);
      if (!groups.has(key)) groups.set(key, { head, who, things: [] });
      groups.get(key).things.push(name);
    }
    const all = [...groups.values()];
    const common = all.filter(({ who }) => who.length === sides.length);
    const partial = all.filter(({ who }) => who.length < sides.length);
    const { alike, differ } = words.wording;
    return {
      alike: common.map((group) => sentence(alike, group, sides)),
      differ: [...levels(sides), ...partial.map((group) => sentence(differ, group, sides))],
    };
  }

  function told(sides) {
    const found = new Map();
    sides.forEach((side, index) => {
      for (const [head, id, name, number, text] of side.aspects) {
        const key = JSON.stringify([head, id]);
        if (!found.has(key)) found.set(key, { head, name, place: [number, text], who: [] });
        found.get(key).who.push(index);
      }
    });
    const heads = words.heads.map(([head]) => head);
    return [...found.values()].sort(
      (a, b) => heads.indexOf(a.head) - heads.indexOf(b.head) || inOrder(a.place, b.place),
    );
  }

  function inOrder([number, text], [otherNumber, otherText]) {
    if (number !== otherNumber) return number - otherNumber;
    return text < otherText ? -1 : Number(text > otherText);
  }

  // Fills the sentence on a group of things, be they alike or differing.
  function sentence(form, { head: id, who, things }, sides) {
    const [, head] = words.heads.find(([known]) => known === id);
    const titles = and(who.map((index) => sides[index].title));
    return fill(form, { head, who: titles, things: things.join(words.wording.names) });
  }

  function levels(sides) {
    const known = sides.filter((side) => side.level !== null);
    if (distinct(known.map((side) => side.level)).length < 2) return [];
    const { levels: form, level, clauses } = words.wording;
    return [fill(form, { levels: known.map((side) => fill(level, side)).join(clauses) })];
  }

  function and(names) {
    const first = names.slice(0, -1).join(words.wording.names);
    return first ? first + words.wording.last + names.at(-1) : names.at(-1);
  }

  // Returns what parties call for. As of_claims() in comparison/caveats.py.
  function ofClaims(called) {
    const any = (flag) => called.some((one) => one[flag]);
    const found = [words.caveats.silence];
    if (any("own_account")) found.push(words.caveats.own_account);
    if (any("derived")) found.push(words.caveats.derived);
    if (any("figures") && !any("series")) found.push(words.caveats.no_baseline);
    if (any("rough")) found.push(words.caveats.rough);
    return found;
  }

  function ofArticle({ head, title, gaps }) {
    const { flaws, between_gaps: between } = words.caveats;
    const found = head === null ? [] : [head];
    const all = [...gaps.keys()].sort((a, b) => a - b).map((nth) => gaps.get(nth));
    for (const [kind, said] of flaws) {
      const parts = all.filter((gap) => gap.kind === kind).map((gap) => gap.text);
      if (parts.length) found.push(fill(said, { title, gaps: parts.join(between) }));
    }
    return found;
  }

  // Returns the articles that any of the columns cites, in order, with the gaps that concern any.
  function articlesOf(columns) {
    const found = new Map();
    for (const article of columns.flatMap((column) => column.articles)) {
      if (!found.has(article.place)) found.set(article.place, { ...article, gaps: new Map() });
      for (const [nth, kind, text] of article.gaps) {
        found.get(article.place).gaps.set(nth, { kind, text });
      }
    }
    return [...found.values()].sort((a, b) => a.place - b.place);
  }

  // Returns every case once, with the names of the localities that have it.
  function casesOf(columns) {
    const found = new Map();
    for (const column of columns) {
      for (const one of column.cases) {
        if (!found.has(one.id)) found.set(one.id, { ...one, of: [] });
        found.get(one.id).of.push(column.title);
      }
    }
    return [...found.values()];
  }

  // ---- Rows. A cell is a list of lines: { text, href, lead, bar }, of which only text is sure.

  function cell(lines) {
    return { lines: lines.map((line) => (typeof line === "string" ? { text: line } : line)) };
  }

  function row(name, cells, more = {}) {
    const said = cells.map((one) => one.state ?? one.lines.map((line) => line.text).join("\n"));
    return { name, cells, differs: distinct(said).length > 1, ...more };
  }

  function overview(columns) {
    const rows = words.facts.map((name, nth) =>
      row(name, columns.map((column) => cell(column.facts[nth]))));
    return { id: "overview", tables: [{ rows }] };
  }

  function practice(columns) {
    const rows = [["mechanism", "kinds"], ["summary", "summaries"]].map(([name, field]) =>
      row(words.names[name], columns.map((column) => cell(column[field]))));
    const cases = casesOf(columns).map(({ of, kind, href, fields }) =>
      ({ title: colon(of.join(words.list), kind), href, fields }));
    return { id: "practice", tables: [{ rows }], cases };
  }

  function coverage(columns) {
    const rows = words.stages.map((name, nth) =>
      row(name, columns.map(({ stages }) => stageCell(stages[nth]))));
    return { id: "coverage", tables: [{ rows, stages: true }] };
  }

  function stageCell({ state, claims }) {
    const [, label] = words.states.find(([id]) => id === state);
    return { state, ...cell(claims.length ? claims : [label]) };
  }

  function figures(columns) {
    const all = columns.flatMap((column) => column.metrics);
    const known = new Map(all.map((metric) => [metric.id, metric]));
    const metrics = [...known.values()].sort((a, b) => inOrder(a.place, b.place));
    const rows = metrics.flatMap((metric) => figureRows(metric, columns));
    if (!rows.length) return { id: "figures", lists: [{ text: words.names.no_figure }] };
    const lists = [...barKey(rows), ...denominators(columns)];
    return { id: "figures", tables: [{ rows, verdicts: true }], lists };
  }

  const SILENT = {
    missing: null, lines: [], quotients: [],
    facets: { level: null, amounts: [], units: [], scopes: [], times: [], own: [] },
  };

  function figureRows({ id, name }, columns) {
    const found = columns.map((column) => column.metrics.find((one) => one.id === id) ?? SILENT);
    const sides = found.map((one) => one.facets);
    const verdict = judged(sides);
    const most = largest(verdict, sides);
    const cells = found.map((one) => (one.lines.length
      ? cell(one.lines.map((line, nth) => barred(line, one.facets.amounts[nth], most)))
      : cell([one.missing ?? words.silent])));
    return [
      row(name, cells, { verdict: verdictText(verdict) }),
      ...quotientRows(found),
      ...standingRow(placed(verdict, sides)),
    ];
  }

  function verdictText({ verdict, reasons }) {
    const told = words.reasons.filter(([id]) => reasons.includes(id)).map(([, label]) => label);
    const label = words.verdicts[verdict];
    return told.length ? colon(label, told.join(words.list)) : label;
  }

  function barred(line, amount, most) {
    if (line.bar) return { ...line, bar: { share: line.bar[0], says: line.bar[1], whole: "hundred" } };
    if (most === null) return { ...line, bar: null };
    const share = amount / most;
    const percent = `${fixed(share * 100, 2).replace(/\.?0+$/, "")}%`;
    const says = fill(words.names.bar_of_largest, [percent]);
    return { ...line, bar: { share, says, whole: "largest" } };
  }

  function quotientRows(found) {
    const longest = found.reduce((most, one) =>
      (one.quotients.length > most.length ? one.quotients : most), []);
    return longest.flatMap(({ name }, nth) => {
      const parts = found.map((one) => one.quotients[nth] ?? { text: "–", bar: null, told: false });
      if (!parts.some((part) => part.told)) return [];
      return [row(name, parts.map((part) => cell([barred(part, 0, null)])), { sub: true })];
    });
  }

  function standingRow(standing) {
    if (!standing) return [];
    const name = standing.isRank ? "rank" : "times";
    const told = (value) => fill(words.names[`${name}_of`],
      [fixed(value, standing.isRank || value === 1 ? 0 : 2)]);
    const cells = standing.cells.map((value) => cell([value === null ? "–" : told(value)]));
    return [row(words.names[name], cells, { sub: true })];
  }

  function barKey(rows) {
    const bars = rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(({ bar }) => bar)));
    const wholes = new Set(bars.filter(Boolean).map((bar) => bar.whole));
    const said = ["hundred", "largest"].filter((whole) => wholes.has(whole))
      .map((whole) => words.names[`full_at_${whole}`]);
    return said.length ? [{ text: colon(words.names.bars, said.join(words.clauses)), key: true }] : [];
  }

  function denominators(columns) {
    const items = columns.map((column) => column.denominators).filter(Boolean);
    return items.length ? [{ text: words.names.denominators, items }] : [];
  }

  function outcomes(columns) {
    const rows = words.outcomes.flatMap(([id, name]) => {
      const found = columns.map((column) => column.outcomes.find((one) => one.id === id));
      if (!found.some(Boolean)) return [];
      return [row(name, found.map((one) => cell(one?.lines ?? [words.names.not_reported])))];
    });
    if (!rows.length) return { id: "outcomes", lists: [{ text: words.names.not_reported }] };
    return { id: "outcomes", tables: [{ rows }] };
  }

  function contrast(columns) {
    const found = contrasted(columns.map((column) => column.side));
    const lists = ["alike", "differ"].filter((part) => found[part].length)
      .map((part) => ({ title: words.names[part], items: found[part] }));
    return { id: "contrast", lists };
  }

  function limitations(columns) {
    const lists = casesOf(columns).filter(({ limits }) => limits.length)
      .map(({ title, limits }) => ({ title, items: limits }));
    return { id: "limitations", lists };
  }

  function caveats(columns) {
    const items = [
      ...ofClaims(columns.map((column) => column.called)),
      ...articlesOf(columns).flatMap(ofArticle),
    ];
    return { id: "caveats", lists: [{ items }] };
  }

  function derivations(columns) {
    const stated = [
      ...casesOf(columns).flatMap(({ rules }) => rules),
      ...articlesOf(columns).filter(({ rule }) => rule !== null)
        .map(({ rule }) => [words.names.published, rule]),
    ];
    const named = new Map();
    for (const [name, rule] of stated) {
      if (!named.has(rule)) named.set(rule, new Set());
      named.get(rule).add(name);
    }
    const items = [...named].map(([rule, names]) => colon([...names].join(words.list), rule));
    return { id: "derivations", lists: items.length ? [{ items }] : [] };
  }

  function sources(columns) {
    const cases = casesOf(columns).map(({ name, href }) => ({ text: name, href }));
    const articles = articlesOf(columns).map(({ line, href }) => ({ text: line, href }));
    const lists = [{ items: cases }, { items: articles }].filter(({ items }) => items.length);
    return { id: "sources", lists };
  }

  const SECTIONS = [
    overview, practice, coverage, figures, outcomes, contrast, limitations, caveats, derivations,
    sources,
  ];

  function counted({ length }, thing) {
    return fill(words.names[length === 1 ? thing : `${thing}s`], [length]);
  }

  // Returns a comparison of columns as plain values: its title, and sections with tables and lists.
  function table(columns) {
    const header = columns.map((column) => column.title);
    const counts = [counted(casesOf(columns), "case"), counted(articlesOf(columns), "article")];
    return {
      title: fill(words.names.compared, [header.join(words.list)]),
      subtitle: counts.join(" · "),
      header,
      sections: SECTIONS.map((section) => section(columns))
        .filter(({ tables = [], lists = [] }) => tables.length || lists.length)
        .map((section) => ({ title: words.names[section.id], ...section })),
    };
  }

  window.cppccCompare = {
    columns: new Map(),
    places: null,
    start(given) {
      words = given;
      this.words = given;
      this.open?.();
    },
    take(code, column) { this.columns.set(code, column); },
    list(places) { this.places = places; },
    fill, fixed, judged, placed, contrasted, table,
  };
})();
