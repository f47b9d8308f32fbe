// Localities side by side, put together from the column of each: the tables of `cases compare`.
// Nothing here touches the page. Words and sentences come from Python as data; functions that say
// so do the same as one in Python, line by line. compare_rows.js aligns and judges the figures.
(() => {
  "use strict";

  const { aligned, standing, largest, distinct, inOrder, isOne, same } = window.cppccRows;
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

  function brackets(text) {
    return fill(words.brackets, [text]);
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

  function ofArticle({ heads, title, gaps }) {
    const { flaws, between_gaps: between } = words.caveats;
    const found = [...heads];
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
      row(name, columns.map(({ stages, silent }) => stageCell(stages[nth], silent))));
    return { id: "coverage", tables: [{ rows, stages: true }] };
  }

  function stageCell({ state, claims }, silent) {
    const [, label] = words.states.find(([id]) => id === state);
    const said = state === "not_reported" ? silent : label;
    return { state, ...cell(claims.length ? claims : [said]) };
  }

  function figures(columns) {
    const found = aligned(columns.map((column) => column.figures))
      .map((one, _, all) => ({
        ...one, name: rowName(one), quotients: quotientsOf(one), otherwise: otherwise(one, all),
      }));
    const rows = found.filter(({ judgement }) => judgement)
      .flatMap((one) => figureRows(one, columns));
    const above = columns.flatMap((column) => column.above);
    const lists = [
      ...(found.length ? [] : [{ text: words.names.no_figure }]),
      ...barKey(rows), ...alone(found, columns),
      ...(above.length ? [{ items: above }] : []), ...denominators(found, columns),
    ];
    return { id: "figures", tables: rows.length ? [{ rows, verdicts: true }] : [], lists };
  }

  // Names a row. As row_name() in report/compared.py.
  function rowName({ first, words: said }) {
    const name = first.share ? fill(words.names.share_of_all, [first.name]) : first.name;
    return said.length ? name + brackets(enumerated(said)) : name;
  }

  // Tells that other rows count the same thing otherwise. As _otherwise() in report/figures.py.
  function otherwise(row, all) {
    const others = all.filter((one) => one.first.key === row.first.key && one !== row);
    const own = row.words.map(([id]) => id);
    const told = others.map((one) => enumerated(one.words.filter(([id]) => !own.includes(id))))
      .filter(Boolean).join(words.clauses);
    return others.length ? words.names.otherwise + (told ? brackets(told) : "") : "";
  }

  // Joins words of dimensions in the order of the vocabulary.
  function enumerated(said) {
    return [...said].sort(([, , a], [, , b]) => a - b).map(([, label]) => label).join(words.list);
  }

  function figureRows(one, columns) {
    const most = largest(one);
    const cells = one.cells.map(({ told, others }, at) => {
      if (!told) return cell([columns[at].inapplicable.includes(one.indicator) ? words.none : columns[at].silent]);
      const first = one.cells.findIndex((other) => other.told && isOne(told, other.told));
      if (told.seen.place === "joint" && first >= 0 && first < at) {
        return cell([fill(words.names.as_before, [columns[first].title])]);
      }
      const line = barred(claim(told, one), told.seen.amount, one.compared.includes(at) ? most : null);
      return cell([line, ...beside(told, others, one)]);
    });
    return [
      row(one.name, cells, { verdict: verdictText(one, columns) }),
      ...one.quotients.map((made) => row(made.find((part) => part.told).name,
        made.map((part) => cell([barred(part, 0, null)])), { sub: true })),
      ...standingRow(standing(one)),
    ];
  }

  // Tells figures that contradict the one compared, and of which other times there are figures.
  function beside(told, others, one) {
    const [alike, rest] = [true, false].map((now) =>
      others.filter(({ seen }) => same(seen.window, told.seen.window) === now));
    const standing = rest.filter(({ stands }) => stands);
    const times = distinct(standing.map(({ says }) => says.window)).join(words.list);
    const line = { text: colon(fill(words.names.other_windows, [standing.length]), times) };
    return [
      ...alike.map((other) => ({ ...claim(other, one), bar: null })),
      ...standing.length ? [line] : [],
    ];
  }

  // Tells a figure; what the name of its row says of it is not said again. As metric_text().
  function claim({ lead, href, bar, notes, at, own, counting }, { words: known }) {
    const apart = [...own, ...counting].filter(([id]) => !known.some(([word]) => word === id));
    const all = [...notes];
    if (apart.length) all.splice(at, 0, enumerated(apart));
    const text = all.length ? lead + brackets(all.join(words.clauses)) : lead;
    return { text, href, lead, bar };
  }

  // ---- Verdicts in words. As in report/reasons.py and _reasons() in report/compared.py.

  function verdictText({ judgement, cells, compared, apart, otherwise: more }, columns) {
    const named = (places) => places.map((at) => [columns[at].title, cells[at].told]);
    const told = apart.map(([at, found]) => colon(fill(words.names.apart, [columns[at].title]),
      reasonsText(found, named([...compared, at]))));
    const why = [reasonsText(judgement, named(compared)), ...told, more].filter(Boolean);
    const label = words.verdicts[judgement.verdict];
    return why.length ? colon(label, why.join(words.clauses)) : label;
  }

  function reasonsText({ reasons }, sides) {
    return reasons.map((reason) => reasonText(reason, sides)).join(words.clauses);
  }

  function reasonText(reason, sides) {
    const { label } = words.rules.reasons.find(({ id }) => id === reason);
    const who = sides.filter(([, told]) => told.lies.includes(reason)).map(([name]) => name);
    const values = sides.map(([name, told]) => [name, told.says[reason]])
      .filter(([, value]) => value !== undefined);
    const said = who.length ? fill(words.who[reason], [who.join(words.list)]) : byValue(values);
    return said ? label + brackets(said) : label;
  }

  function byValue(sides) {
    return distinct(sides.map(([, value]) => value)).map((value) => {
      const names = sides.filter(([, other]) => other === value).map(([name]) => name);
      return fill(words.names.is, [names.join(words.list), value]);
    }).join(words.phrases);
  }

  function barred(line, amount, most) {
    if (line.bar) return { ...line, bar: { share: line.bar[0], says: line.bar[1], whole: "hundred" } };
    if (most === null) return { ...line, bar: null };
    const share = amount / most;
    const percent = `${fixed(share * 100, 2).replace(/\.?0+$/, "")}%`;
    const says = fill(words.names.bar_of_largest, [percent]);
    return { ...line, bar: { share, says, whole: "largest" } };
  }

  // Returns what figures come to, divided by one thing and by another. As _quotients() in
  // comparison/build.py.
  function quotientsOf({ first, cells, judgement, apart }) {
    if (apart.length || (judgement && !judgement.arithmetic)) return [];
    const none = { text: "–", bar: null, told: false };
    return first.quotients.map((_, nth) => cells.map(({ told }) => told?.quotients[nth] ?? none))
      .filter((made) => made.some(({ told }) => told));
  }

  function standingRow(found) {
    if (!found) return [];
    const name = found.isRank ? "rank" : "times";
    const told = (value) => fill(words.names[`${name}_of`],
      [fixed(value, found.isRank || value === 1 ? 0 : 2)]);
    const cells = found.cells.map((value) => cell([value === null ? "–" : told(value)]));
    return [row(words.names[name], cells, { sub: true })];
  }

  // Gathers by place what only one place has figures of. As _alone() in report/compared.py.
  function alone(rows, columns) {
    const only = rows.filter(({ judgement }) => !judgement);
    const items = columns.map(({ title }, at) => ({
      text: fill(words.names.only_in, [title]),
      lines: only.filter(({ cells }) => cells[at].told).flatMap((one) => [
        ...[claim(one.cells[at].told, one), ...beside(one.cells[at].told, one.cells[at].others, one)]
          .map(({ text, href }) => ({ text: colon(one.name, text), href })),
        ...(one.otherwise ? [{ text: colon(one.name, one.otherwise) }] : []),
        ...one.quotients.map((made) => ({ text: colon(made[at].name, made[at].text) })),
      ]),
    })).filter(({ lines }) => lines.length);
    return items.length ? [{ text: words.names.only_note, items }] : [];
  }

  function barKey(rows) {
    const bars = rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(({ bar }) => bar)));
    const wholes = new Set(bars.filter(Boolean).map((bar) => bar.whole));
    const said = ["hundred", "largest"].filter((whole) => wholes.has(whole))
      .map((whole) => words.names[`full_at_${whole}`]);
    return said.length ? [{ text: colon(words.names.bars, said.join(words.clauses)), key: true }] : [];
  }

  // Tells what another count makes of figures. As denominator_notes() in report/quotients.py.
  function denominators(rows, columns) {
    const made = rows.flatMap(({ quotients }) => quotients);
    const items = columns.flatMap(({ title }, at) => {
      const used = made.map((parts) => parts[at]).filter(({ other }) => other);
      const notes = distinct(used.map(({ per }) => per)).sort().map((per) => {
        const mine = used.filter((one) => one.per === per);
        const told = mine.map(({ other }) => other).join(words.list);
        return fill(words.names.by_other_count, [mine[0].counted, told]);
      });
      return notes.length ? [colon(title, notes.join(words.clauses))] : [];
    });
    return items.length ? [{ text: words.names.denominators, items }] : [];
  }

  function outcomes(columns) {
    const rows = words.outcomes.flatMap(([id, name]) => {
      const found = columns.map((column) => column.outcomes.find((one) => one.id === id));
      if (!found.some(Boolean)) return [];
      return [row(name, found.map((one, at) => cell(one?.lines ?? [columns[at].silent])))];
    });
    if (!rows.length) {
      const silent = distinct(columns.map((column) => column.silent));
      return { id: "outcomes", lists: [{ text: silent.join(words.list) }] };
    }
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
    const counts = [0, 1].flatMap((per) => columns.flatMap((column) => column.counts[per]));
    const lists = [{ items: cases }, { items: counts }, { items: articles }].filter(({ items }) => items.length);
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
      window.cppccRows.start(given.rules);
      this.open?.();
    },
    take(code, column) { this.columns.set(code, column); },
    list(places) { this.places = places; },
    fill, fixed, contrasted, table,
  };
})();
