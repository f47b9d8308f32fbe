// Which figures stand side by side, and whether they may be compared. Kinds of window, limits,
// reasons and their effects are the library's own table, handed over as data. Each function does
// the same, line by line, as one in comparison/: verdict.py, rows.py, standing.py, bars.py.
(() => {
  "use strict";

  let rules = null;

  function same(one, other) {
    return JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
  }

  function distinct(values) {
    return [...new Set(values)];
  }

  // Compares lists by their first entries that differ, as Python does tuples.
  function inOrder(one, other) {
    const at = one.findIndex((value, nth) => value !== other[nth]);
    return at < 0 ? 0 : one[at] < other[at] ? -1 : 1;
  }

  // ---- Verdicts. As judge() and what it calls in verdict.py.

  function judge(one, other, axis) {
    const tests = [identity, parts, definitions, times, standings];
    const found = new Set(tests.flatMap((test) => [...test(one, other, axis)]));
    return judged(inTable(found), one.rate || other.rate, one.cumulative || other.cumulative);
  }

  function inTable(found) {
    return rules.reasons.map(({ id }) => id).filter((id) => found.has(id));
  }

  function judged(reasons, isRate, cumulative) {
    const given = rules.reasons.filter(({ id }) => reasons.includes(id));
    const effects = given.map((one) => one[isRate ? "rates" : "counts"]);
    if (cumulative && reasons.includes("window")) effects.push("bar");
    const verdict = worst(effects.map((effect) => rules.effects[effect]));
    const arithmetic = verdict !== rules.effects.bar && given.every((one) => one.arithmetic);
    return { verdict, reasons, arithmetic };
  }

  function worst(verdicts) {
    return rules.verdicts[Math.max(0, ...verdicts.map((one) => rules.verdicts.indexOf(one)))];
  }

  function* identity(one, other, axis) {
    const printed = one.indicator === "other" && one.as_printed !== other.as_printed;
    if (one.indicator !== other.indicator || printed) yield "indicator";
    if (one.family !== other.family) yield "unit";
    if ([one.place, other.place].includes("joint")) yield "joint";
    if (axis !== "places") return;
    if (one.level !== other.level) yield "level";
    if ([one.rule, other.rule].includes("own")) yield "own_rule";
  }

  function* parts(one, other, axis) {
    const [mine, theirs] = [new Map(one.part), new Map(other.part)];
    const said = (side, name) => (side.get(name) ?? []).filter((word) => word !== rules.unsaid);
    const apart = distinct([...mine.keys(), ...theirs.keys()]).filter((name) =>
      name !== "scheme" && !same(said(mine, name), said(theirs, name)));
    const unsaid = [...mine.values(), ...theirs.values()].flat().includes(rules.unsaid);
    const both = (name) => mine.has(name) && theirs.has(name);
    if (unsaid) yield "part_unknown";
    if (same(apart, ["handler"])) yield one.rate && other.rate ? "part_handler" : "part";
    else if (apart.length && !(same(apart, ["author"]) && unsaid && mayBeMembers(mine, theirs))) {
      yield "part";
    }
    if (both("topic") && axis === "places") yield "part_unknown";
    const covers = [one, other].map((side) => side.coverage || (side.area ? "" : "own"));
    if (covers.includes("")) yield "coverage_unknown";
    else if (covers[0] !== covers[1]) yield "coverage";
  }

  function mayBeMembers(mine, theirs) {
    const said = distinct([mine, theirs].flatMap((side) => side.get("author") ?? []));
    return same(said.sort(), ["members", rules.unsaid].sort());
  }

  function* definitions(one, other, axis) {
    const [mine, theirs] = [new Map(one.counting), new Map(other.counting)];
    const needs = [...one.needs, ...other.needs];
    const told = rules.counting.dimensions.map((name) => defined(name, mine, theirs, needs));
    told.push(schemes(new Map(one.part), new Map(other.part), axis));
    yield* told.filter(Boolean);
    if (!one.rate && !other.rate) return;
    const bases = [mine.get("base"), theirs.get("base")];
    if (bases.every(Boolean)) yield* same(...bases) ? [] : ["base"];
    else if (bases.some(Boolean) || [one.rule, other.rule].includes("open")) yield "base_unknown";
  }

  function defined(name, mine, theirs, needs) {
    if (mine.has(name) && theirs.has(name)) {
      if (rules.counting.lists.includes(name) && (mine.has("open") || theirs.has("open"))) {
        return "definition_unknown";
      }
      return same(mine.get(name), theirs.get(name)) ? null : "definition";
    }
    return needs.includes(name) || mine.has(name) || theirs.has(name) ? "definition_unknown" : null;
  }

  function schemes(mine, theirs, axis) {
    for (const [name, plain] of [["class", null], ["subject", ["five_fold"]]]) {
      if (!mine.has(name) || !theirs.has(name)) continue;
      const [one, other] = [mine, theirs].map((side) => side.get("scheme") ?? plain);
      if (one && other && !same(one, other)) return "definition";
      const own = same(one, ["own_scheme"]) && axis === "places";
      return !one || !other || own ? "definition_unknown" : null;
    }
    return null;
  }

  function* times(one, other, axis) {
    const [mine, theirs] = [one.window, other.window];
    const related = relation(mine, theirs);
    const yearless = !(mine.year && theirs.year);
    const recount = one.place === other.place
      && [mine, theirs].every(({ form }) => rules.windows.of_session.includes(form))
      && mine.year === theirs.year && mine.year !== 0
      && !same([mine.first, mine.last], [theirs.first, theirs.last]);
    const undated = yearless && !(one.stands === "required" && other.stands === "required");
    if (recount) yield "cutoff";
    if (related === "unlike") yield "window";
    else if (!recount && (related === "unknown" || undated)) yield "window_unknown";
    else if (!recount && related === "near") yield "window_near";
    if (axis === "places" && !yearless) yield* years(mine, theirs);
  }

  function relation(mine, theirs) {
    const table = rules.windows;
    const pair = [`${mine.form} ${theirs.form}`, `${theirs.form} ${mine.form}`];
    const listed = (name) => pair.some((one) => table[name].includes(one));
    const noKind = [mine, theirs].some(({ form }) => table.no_kind.includes(form));
    if (noKind || listed("unknown")) return "unknown";
    if (listed("by_length")) {
      if (!(mine.months && theirs.months)) return "unknown";
      const starts = distinct([mine.start, theirs.start]).filter(Boolean);
      const most = Math.max(mine.months, theirs.months);
      const alike = Math.abs(mine.months - theirs.months) <= rules.length_tolerance * most;
      return alike && starts.length < 2 ? "same" : "unlike";
    }
    return ["same", "near"].find(listed) ?? "unlike";
  }

  function* years(mine, theirs) {
    const limit = rules.years_apart;
    const farthest = Math.max(mine.last - theirs.first, theirs.last - mine.first);
    const both = (form) => mine.form === form && theirs.form === form;
    if (both("as_of")) {
      if (farthest >= limit.bar * limit.days) yield "far";
      else if (farthest > limit.state_same_days) yield "moment";
      return;
    }
    let apart = Math.abs(mine.year - theirs.year);
    if (both("term")) {
      apart = Math.round(apart / limit.bar);
      yield* apart >= limit.terms_far ? ["far"] : apart ? ["year"] : [];
      return;
    }
    if (both("session") && mine.last && theirs.last) {
      apart = farthest <= limit.session_same_days ? 0 : Math.max(apart, 1);
    }
    if (apart >= limit.bar) yield "far";
    else if (apart >= limit.care) yield "year";
  }

  function* standings(one, other, axis) {
    const stands = new Set([one.stands, other.stands]);
    const sameCount = one.place === other.place && one.window.form === other.window.form
      && one.window.year === other.window.year;
    if (stands.has("interim") && !(stands.size === 1 && sameCount)) yield "interim";
    if ((stands.has("planned") || stands.has("required")) && stands.size > 1) yield "not_actual";
    if (stands.has("provisional")) yield "provisional";
    yield* [...one.marks, ...other.marks];
    if (axis === "trend" && one.term && other.term && one.term !== other.term) yield "new_term";
  }

  function joined(found) {
    return {
      verdict: worst(found.map(({ verdict }) => verdict)),
      reasons: inTable(new Set(found.flatMap(({ reasons }) => reasons))),
      arithmetic: found.every(({ arithmetic }) => arithmetic),
    };
  }

  // ---- Rows. As aligned() and what it calls in rows.py; a figure comes with the key to its row.

  function aligned(sides) {
    const keys = new Map();
    sides.forEach((told, index) => told.forEach((one) => {
      keys.set(one.key, [...(keys.get(one.key) ?? []), [index, one]]);
    }));
    const inTurn = [...keys].sort(([one], [other]) => inOrder([one], [other]));
    return inTurn.flatMap(([, told]) => split(told).map((row) => rowOf(row, sides.length)));
  }

  function split(told) {
    const rows = [];
    for (const [index, one] of [...told].sort(([, a], [, b]) => inOrder(a.saying, b.saying))) {
      const fits = ({ known }) =>
        one.said.every(([name, words]) => !known.has(name) || same(known.get(name), words));
      const found = rows.find(fits) ?? rows[rows.push({ known: new Map(), row: [] }) - 1];
      one.said.forEach(([name, words]) => found.known.set(name, words));
      found.row.push([index, one]);
    }
    return rows.map(({ row }) => row);
  }

  function rowOf(told, count) {
    const mine = Array.from({ length: count }, (_, at) =>
      contradicted(told.filter(([index]) => index === at).map(([, one]) => one)));
    const chosen = chosenOf(mine);
    const cells = chosen.map((one, at) =>
      ({ told: one, others: latest(mine[at].filter((other) => other !== one)) }));
    const compared = chosen.filter(Boolean);
    const [first] = compared;
    const covers = distinct(compared.map(({ seen }) => seen.coverage));
    const said = ([word]) => compared.every(({ counting }) => counting.some(([id]) => id === word));
    const counting = first.counting.filter(said).sort(inOrder)
      .filter((word, at, all) => !same(word, all[at - 1]));
    return {
      indicator: first.seen.indicator,
      words: [...first.part, ...(covers.length === 1 ? first.coverage : []), ...counting],
      first, cells, ...judgedOf(chosen),
    };
  }

  // Returns what two figures share that are of one and the same thing; one platform is any.
  function what({ case: id, seen }) {
    const which = seen.coverage.startsWith("one_") ? id : "";
    const { place, window, coverage, part, counting, stands } = seen;
    return [place, window, coverage, part, counting, stands, which];
  }

  const isExact = ({ seen }) => !seen.marks.includes("inexact");
  const isStanding = (one) => isExact(one) && one.stands;

  function contradicted(own) {
    return own.map((one) => {
      const { window, marks } = one.seen;
      const alike = own.filter((other) => isStanding(other) && same(what(other), what(one)));
      const amounts = distinct(alike.map(({ seen }) => seen.amount));
      if (!window.year || !isStanding(one) || amounts.length < 2) return one;
      return { ...one, seen: { ...one.seen, marks: ["conflict", ...marks] }, lies: [...one.lies, "conflict"] };
    });
  }

  function latest(told) {
    const recency = (one) => {
      const { stands, window } = one.seen;
      return [
        Number(one.stands), Number(rules.results.includes(stands)), window.year, rules.standing.indexOf(stands),
        window.last, window.months, window.form, Number(isExact(one)),
      ];
    };
    return [...told].sort((one, other) => inOrder(recency(other), recency(one)));
  }

  function groupOf({ seen: { level, window } }, byLevel) {
    return [byLevel ? level : "", window.form, window.year];
  }

  // Returns groups with who is in them, the largest first; of equals the later, then by code.
  function ranked(members) {
    const found = new Map();
    for (const [group, index] of members) {
      const key = JSON.stringify(group);
      if (!found.has(key)) found.set(key, { group, who: new Set() });
      found.get(key).who.add(index);
    }
    const rank = ({ group, who }) => [who.size, ...[...group].reverse()];
    return [...found.values()].sort((one, other) => inOrder(rank(other), rank(one)));
  }

  function chosenOf(mine) {
    const have = [...mine.keys()].filter((index) => mine[index].length);
    let best = null;
    for (const byLevel of have.length > 2 ? [true, false] : [false]) {
      best ??= ranked(have.flatMap((index) =>
        mine[index].map((one) => [groupOf(one, byLevel), index])))
        .find(({ group, who }) => who.size > 1 && group[2])?.group;
    }
    return mine.map((own) => {
      const fitting = own.filter((one) => best && same(groupOf(one, Boolean(best[0])), best));
      return latest(fitting.length ? fitting : own)[0] ?? null;
    });
  }

  // Tells whether two parties have one figure, which is theirs together.
  function isOne(one, other) {
    return one.href !== undefined && one.href === other?.href;
  }

  function judgedOf(chosen) {
    const have = [...chosen.keys()].filter((index) => chosen[index]);
    if (have.length < 2) return { compared: have, judgement: null, apart: [] };
    let compared = have;
    if (have.length > 2) {
      const [most] = ranked(have.map((index) => [groupOf(chosen[index], true), index]));
      if (most.who.size > 1) compared = [...most.who];
    }
    const over = (pairs) => joined(pairs.map(([one, other]) => (isOne(chosen[one], chosen[other])
      ? judged(["joint"], chosen[one].seen.rate, false)
      : judge(chosen[one].seen, chosen[other].seen, "places"))));
    return {
      compared,
      judgement: over(compared.flatMap((one, at) =>
        compared.slice(at + 1).map((other) => [one, other]))),
      apart: have.filter((index) => !compared.includes(index))
        .map((index) => [index, over(compared.map((other) => [index, other]))]),
    };
  }

  // ---- What follows from a verdict

  // Tells how figures stand to each other, or null. As standing() in standing.py.
  function standing({ cells, compared, judgement }) {
    if (!judgement?.arithmetic) return null;
    const amounts = cells.map(({ told }, at) => (compared.includes(at) ? told.seen.amount : null));
    const told = amounts.filter((amount) => amount !== null);
    if (!told.every(Number.isFinite)) return null;
    if (told.length > 2) {
      const rank = (amount) => 1 + told.filter((other) => other > amount).length;
      return { isRank: true, cells: amounts.map((a) => (a === null ? null : rank(a))) };
    }
    const least = Math.min(...told);
    if (least <= 0 || cells.some((one) => one.told?.seen.rate)) return null;
    return { isRank: false, cells: amounts.map((a) => (a === null ? null : a / least)) };
  }

  // Returns the figure that fills its bar, or null. As _largest() in bars.py.
  function largest({ cells, compared, judgement }) {
    if (!judgement?.arithmetic) return null;
    const amounts = compared.map((at) => cells[at].told.seen.amount);
    const most = Math.max(...amounts);
    return most > 0 && Number.isFinite(most) && Math.min(...amounts) >= 0 ? most : null;
  }

  window.cppccRows = {
    start(given) { rules = given; },
    judge, aligned, standing, largest, distinct, inOrder, isOne, same,
  };
})();
