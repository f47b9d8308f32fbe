// The search box. The index is the texts themselves (see search.py), looked through as they are.
(() => {
  "use strict";
  if (window.cppccSearch) return;

  // What a find counts for by where it stands: title, place, kind, what a place lies in, topics
  // and indicators, summary, the rest.
  const WEIGHTS = [100, 80, 60, 45, 35, 25, 10];
  const NO_CASE = 0.7;
  const LATER = 0.9;
  const PREFIX = 0.8;
  const WITHIN = 0.3;
  const CASE = 0;
  const SHOWN = 20;
  const LONGEST_CUT = 20;
  const RUNS = /\p{sc=Han}+|\p{N}+(?:[.,]\p{N}+)+|(?:(?!\p{sc=Han})[\p{L}\p{N}])+/gu;
  const LETTER = /^(?!\p{sc=Han})[\p{L}\p{N}]/u;
  const HAN = /\p{sc=Han}/u;

  let sorts = [];
  let entries = [];
  let simpler = new Map();
  let traditional = /$^/u;

  // ---- Words

  // Width, case, marks over letters, what can't be seen and traditional forms make no difference:
  // ＡＢ is ab, tàiyuán is taiyuan, 銅山 is 铜山.
  function fold(text) {
    const seen = text.normalize("NFKD").toLowerCase().replace(/[\p{Mn}\p{Cf}\u115f\u1160]+/gu, "");
    return seen.replace(traditional, (char) => simpler.get(char));
  }

  function asTerm(text, infix = false) {
    return { text, infix, han: HAN.test(text) };
  }

  function parse(query) {
    const phrase = fold(query.slice(0, 200)).trim().replace(/\s+/g, " ");
    const runs = [...new Set(phrase.match(RUNS) ?? [])];
    const joined = spelledTogether(phrase);
    const ways = joined.length && joined.length < runs.length ? [runs, joined] : [runs];
    return { phrase, ways: ways.map((way) => way.map((run) => asTerm(run))) };
  }

  // "tai yuan" and "xi'an" are typed for taiyuan and xian: letters next to each other are one word.
  function spelledTogether(phrase) {
    return phrase.replace(/([a-z])[ '’-]+(?=[a-z])/g, "$1").match(RUNS) ?? [];
  }

  // ---- Finding

  // Tells how well a term stands in a text, from 0 to 1: Chinese anywhere, a word by its beginning.
  function grade(text, term) {
    let best = 0;
    if (term.han && text.includes(term.text)) best = text.includes(`\n${term.text}`) ? 1 : LATER;
    if (term.han) return best;
    for (const at of places(text, term)) {
      const inside = LETTER.test(before(text, at));
      const ends = !LETTER.test(text.slice(at + term.text.length, at + term.text.length + 2));
      best = Math.max(best, inside ? WITHIN : ends ? 1 : PREFIX);
      if (best === 1) break;
    }
    return best;
  }

  function before(text, at) {
    return at ? text.slice(at - 1, at) : "";
  }

  function* places(text, term) {
    let at = text.indexOf(term.text);
    while (at >= 0) {
      if (term.han || term.infix || !LETTER.test(before(text, at))) yield at;
      at = text.indexOf(term.text, at + 1);
    }
  }

  // The best place decides; the others only settle which of two equals goes first.
  function weigh(entry, term) {
    let best = 0;
    let all = 0;
    entry.fields.forEach((text, nth) => {
      const value = text.length > 2 ? grade(text, term) * WEIGHTS[nth] : 0;
      best = Math.max(best, value);
      all += value;
    });
    return best && best + all / 50;
  }

  function score(entry, terms, phrase) {
    let sum = 0;
    for (const term of terms) {
      const value = weigh(entry, term);
      if (!value) return 0;
      sum += value;
    }
    const whole = sum / terms.length + together(entry, phrase);
    return entry.sort === CASE ? whole : whole * NO_CASE;
  }

  // Adds for words that stand as they were typed, and for a name that is just that.
  function together(entry, phrase) {
    const as = entry.fields.findIndex((text) => text.includes(phrase));
    const whole = entry.fields.findIndex((text) => text.includes(`\n${phrase}\n`));
    return (as < 0 ? 0 : WEIGHTS[as] / 2) + (whole < 0 ? 0 : WEIGHTS[whole] / 2);
  }

  // Where nothing has the words as typed: parts of words will do, and of 太原双向评议 its parts.
  function loosened(entry, terms) {
    const text = entry.fields.join("");
    const found = terms.map((term) => {
      if (term.han) return term.text.length > LONGEST_CUT ? null : cut(term.text, text);
      const stem = term.text.length > 3 ? term.text.replace(/s$/, "") : term.text;
      return stem.length > 2 ? [asTerm(stem, true)] : [term];
    });
    return found.includes(null) ? null : found.flat();
  }

  // Returns pieces of two characters or more that all stand in the text, long ones first.
  function cut(run, text) {
    if (!run) return [];
    let length = 1;
    while (length < run.length && text.includes(run.slice(0, length + 1))) length += 1;
    for (; length > 1; length -= 1) {
      const rest = cut(run.slice(length), text);
      if (rest) return [asTerm(run.slice(0, length)), ...rest];
    }
    return /^[的和与及在]/.test(run) ? cut(run.slice(1), text) : null;
  }

  function hits({ ways, phrase }, loose) {
    const found = [];
    for (const entry of entries) {
      let best = null;
      for (const way of ways) {
        const terms = loose ? loosened(entry, way) : way;
        const value = terms?.length ? score(entry, terms, phrase) : 0;
        if (value > (best?.value ?? 0)) best = { entry, terms, value };
      }
      if (best) found.push(best);
    }
    return found;
  }

  function ranked(found) {
    return found.sort((a, b) => b.value - a.value || a.entry.nth - b.entry.nth);
  }

  // Returns what is found: the best case, then the best of all; ties in the index's order. If no
  // case is among them, what is found less strictly follows.
  function search(query) {
    const asked = parse(query);
    if (!asked.phrase) return [];
    const found = ranked(hits(asked, false));
    const first = found.findIndex((hit) => hit.entry.sort === CASE);
    if (first > 0) found.unshift(...found.splice(first, 1));
    if (first >= 0) return found;
    const known = new Set(found.map((hit) => hit.entry));
    return [...found, ...ranked(hits(asked, true).filter((hit) => !known.has(hit.entry)))];
  }

  function address({ sort, id }) {
    return sorts[sort][1] + id + sorts[sort][2];
  }

  function find(query) {
    return search(query).map(({ entry }) => ({
      sort: sorts[entry.sort][0], address: address(entry), title: entry.title,
    }));
  }

  // ---- The index

  function load([sortRows, names, records, [older, newer]]) {
    simpler = new Map([...older].map((char, nth) => [char, [...newer][nth]]));
    traditional = new RegExp(`[${older}]`, "gu");
    const folded = names.map((name) => fold(name));
    const shown = names.map((name) => name.split("\n", 1)[0]);
    const folds = (rows) => rows.map((row) => folded[row]).join("\n");
    sorts = sortRows;
    entries = records.map((record, nth) => {
      const [sort, id, title, also, areas, kinds, within, terms, summary, rest] = record;
      const fields = [
        fold(`${title}\n${also}\n${id}`), folds(areas), folds(kinds), folds(within), folds(terms),
        fold(summary), fold(rest),
      ].map((text) => `\n${text}\n`);
      const note = (sort === CASE ? [...areas, ...kinds] : within).map((row) => shown[row]);
      return { nth, sort, id, title, note, fields, texts: [summary, ...rest.split("\n")] };
    });
    if (document.activeElement === input) show();
  }

  // ---- Showing where something was found

  // Returns the stretches of a text in which terms stand: pairs of a beginning and an end.
  function spots(text, terms) {
    let plain = "";
    const from = [];
    const to = [];
    let at = 0;
    for (const char of text) {
      const folded = fold(char);
      for (let nth = 0; nth < folded.length; nth += 1) {
        from.push(at);
        to.push(at + char.length);
      }
      plain += folded;
      at += char.length;
    }
    const found = terms.flatMap((term) =>
      [...places(plain, term)].map((spot) => [from[spot], to[spot + term.text.length - 1]]));
    return merged(found.sort((a, b) => a[0] - b[0]));
  }

  function merged(pairs) {
    const whole = [];
    for (const [from, to] of pairs) {
      const last = whole.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else whole.push([from, to]);
    }
    return whole;
  }

  function marked(text, terms) {
    const nodes = [];
    let done = 0;
    for (const [from, to] of spots(text, terms)) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      nodes.push(text.slice(done, from), mark);
      done = to;
    }
    return [...nodes, text.slice(done)];
  }

  // Returns the part of an entry's texts that shows the most of what the lines above it don't.
  function excerpt({ entry, terms }) {
    const seen = fold(`${entry.title}\n${entry.note.join("\n")}`);
    const unseen = terms.filter((term) => !grade(seen, term));
    let best = null;
    for (const text of unseen.length ? entry.texts : []) {
      const held = unseen.filter((term) => grade(fold(text), term)).length;
      if (held > (best?.held ?? 0)) best = { text, held };
    }
    return best ? around(best.text, spots(best.text, unseen)[0]) : "";
  }

  // Begins at the clause or word before what was found, if it is near.
  function around(text, [from]) {
    const han = HAN.test(text);
    const [lead, length] = han ? [18, 46] : [30, 110];
    if (text.length <= length) return text;
    const clause = text.slice(0, from).search(/[^，。；：、]*$/);
    const begins = han ? clause : text.indexOf(" ", from - lead);
    const start = from <= lead ? 0 : Math.min(from, Math.max(from - lead, begins));
    const end = start + length;
    return (start ? "…" : "") + text.slice(start, end).trim() + (end < text.length ? "…" : "");
  }

  // ---- The box

  const form = document.querySelector("form.search");
  const input = form.querySelector("input");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  const chinese = document.documentElement.lang.startsWith("zh");
  let composing = false;
  let active = -1;

  function line(tag, name, text, terms) {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...marked(text, terms));
    if (!chinese && HAN.test(text)) element.lang = "zh-Hans";
    return element;
  }

  function option(hit, nth) {
    const { entry, terms } = hit;
    const link = document.createElement("a");
    link.id = `found-${nth}`;
    link.href = form.dataset.root + address(entry);
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    const sort = document.createElement("small");
    sort.className = "sort";
    sort.textContent = sorts[entry.sort][0];
    link.append(line("span", "name", entry.title, terms), " ", sort);
    for (const [name, text] of [["note", entry.note.join(" · ")], ["excerpt", excerpt(hit)]]) {
      if (text) link.append(" ", line("small", name, text, terms));
    }
    return link;
  }

  function say(text, none = false) {
    if (status.textContent !== text) status.textContent = text;
    status.className = none ? "none" : "unseen";
  }

  function counted(count) {
    const said = form.dataset;
    if (!count) return said.none;
    if (count === 1) return said.one;
    if (count <= SHOWN) return said.count.replace("{}", count);
    return said.some.replace("{}", count).replace("{}", SHOWN);
  }

  function show() {
    if (!entries.length) return;
    const query = input.value.trim();
    const found = search(query);
    list.replaceChildren(...found.slice(0, SHOWN).map(option));
    list.scrollTop = 0;
    open(found.length > 0);
    if (query) say(counted(found.length), !found.length);
    else say("");
  }

  function open(yes) {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
    choose(-1);
  }

  function close() {
    open(false);
    say("");
  }

  function choose(nth) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = nth;
    const chosen = list.children[nth];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  }

  // Down from the last and up from the first lead back to what was typed.
  function step(by) {
    if (list.hidden) show();
    const count = list.children.length;
    if (!list.hidden) choose((active + 1 + by + count + 1) % (count + 1) - 1);
  }

  const KEYS = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => (list.hidden ? show() : (list.children[active] ?? list.children[0]).click()),
    Escape: close,
  };

  // A key that an input method takes (229 in Safari, when it ends a composition) is not ours.
  function pressed(event) {
    if (composing || event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(KEYS, event.key)) return;
    // The first Escape closes, the second, left to the browser, empties the field.
    if (event.key === "Escape" && list.hidden && status.className !== "none") return;
    event.preventDefault();
    KEYS[event.key]();
  }

  input.addEventListener("keydown", pressed);
  input.addEventListener("focus", show);
  input.addEventListener("compositionstart", () => { composing = true; });
  input.addEventListener("compositionend", () => { composing = false; show(); });
  input.addEventListener("input", (event) => { if (!composing && !event.isComposing) show(); });
  // The field keeps the focus while a result is pressed; a link that stays on the page closes too.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", close);
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });

  window.cppccSearch = { load, find };
})();
