// Draws what compare.js makes: elements of tables and lists, in which any text is only text.
(() => {
  "use strict";

  const library = window.cppccCompare;
  const CLAIMS = ["coverage", "figures", "outcomes"];

  function el(tag, attributes = {}, ...children) {
    return filled(document.createElement(tag), attributes, children);
  }

  function svg(tag, attributes, ...children) {
    return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  }

  function filled(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  // ---- Pictures

  function bar({ share, says }) {
    const about = { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", role: "img" };
    const frame = { x: 0.25, y: 0.25, width: 99.5, height: 5.5, "stroke-width": 0.5 };
    return svg("svg", { ...about, "aria-label": says },
      svg("rect", { ...frame, fill: "none", stroke: "currentColor" }),
      svg("rect", { x: 0, y: 0, width: share * 100, height: 6, fill: "currentColor" }));
  }

  function box(state) {
    return el("span", { class: `box ${state.replaceAll("_", "-")}`, "aria-hidden": "true" });
  }

  function keyToStates() {
    return el("p", { class: "key" }, ...library.words.states.map(([state, name]) =>
      el("span", {}, box(state), ` ${name}`)));
  }

  function signOfDifference() {
    const { differs } = library.words.names;
    const sign = el("span", { "aria-hidden": "true", title: differs }, "≠");
    return el("span", { class: "differs" }, sign, el("span", { class: "unseen" }, differs));
  }

  // ---- Cells

  // Behind a claim stands a link to its evidence; a line that names a page is itself the link.
  function line({ text, href, lead, bar: drawn }, about) {
    const said = lead && text.startsWith(lead)
      ? [el("span", { class: "figure" }, lead), el("small", {}, text.slice(lead.length))]
      : [text];
    const told = el("div", { class: "line" }, ...(href && !about ? [el("a", { href }, ...said)] : said));
    if (href && about) told.append(" ", evidence(href, about));
    if (drawn) told.append(bar(drawn));
    return told;
  }

  function evidence(href, about) {
    const { evidence: name, evidence_of: form } = library.words.names;
    return el("a", { class: "evidence", href, "aria-label": library.fill(form, [about]) }, name);
  }

  function isSilent({ lines }) {
    const { quiet } = library.words;
    return lines.every(({ text, href }) => !href && (text === "–" || quiet.includes(text)));
  }

  function cell(one, party, about) {
    // Of a stage that nothing is told of, the box says all there is; the key is above.
    const unseen = one.state && !one.lines[0].href;
    const lines = one.lines.map((each) => line(each, about));
    return el("td", { role: "cell", "data-party": party, class: isSilent(one) ? "missing" : null },
      ...(one.state ? [box(one.state), " "] : []),
      el("div", { class: unseen ? "unseen" : "lines" }, ...lines));
  }

  // ---- Tables. Roles are said, as a narrow screen stacks the cells, which takes theirs away.

  function row({ name, cells, differs, sub, verdict }, { header, isClaim, verdicts }) {
    const title = el("th", { scope: "row", role: "rowheader" }, name);
    if (differs) title.append("\u00a0", signOfDifference());
    const drawn = cells.map((one, nth) =>
      cell(one, header[nth], isClaim ? `${name} · ${header[nth]}` : null));
    if (verdicts) {
      const party = library.words.names.comparability;
      drawn.push(el("td", { role: "cell", class: "verdict", "data-party": party }, verdict ?? ""));
    }
    const kind = `${differs ? "differ" : "same"}${sub ? " sub" : ""}`;
    return el("tr", { role: "row", class: kind }, title, ...drawn);
  }

  function head(header, corner) {
    const top = corner ? columnName(corner) : el("td", { role: "cell" });
    return el("thead", { role: "rowgroup" },
      el("tr", { role: "row" }, top, ...header.map(columnName)));
  }

  function columnName(name) {
    return el("th", { scope: "col", role: "columnheader" }, name);
  }

  function table({ rows, verdicts, stages }, header, id) {
    const { names } = library.words;
    const corners = { coverage: names.stage, figures: names.indicator, outcomes: names.outcomes };
    const kind = `abreast ${stages ? "stages" : "stacked"}${verdicts ? " judged" : ""}`;
    const about = { header, verdicts, isClaim: CLAIMS.includes(id) };
    const drawn = el("table", { role: "table", class: kind, "data-columns": header.length },
      head(verdicts ? [...header, names.comparability] : header, corners[id]),
      el("tbody", { role: "rowgroup" }, ...rows.map((one) => row(one, about))));
    const same = el("p", { class: "none" }, names.same);
    same.hidden = rows.some(({ differs }) => differs);
    const frame = { class: "wide", role: "group", "aria-labelledby": `at-${id}`, tabindex: "0" };
    return [...(stages ? [keyToStates()] : []), el("div", frame, drawn), same];
  }

  // ---- The rest

  function practice({ title, href, fields }) {
    const { open } = library.words.names;
    const link = { class: "evidence", href: `${href}#mechanism`, "aria-label": `${open} ${title}` };
    return el("div", { class: "how" },
      el("h3", {}, title, " ", el("a", link, open)),
      el("dl", { class: "fields" },
        ...fields.flatMap(([name, told]) => [el("dt", {}, name), el("dd", {}, told)])));
  }

  function list({ title, text, items, key }) {
    const found = [];
    if (title) found.push(el("h3", {}, title));
    if (text) found.push(el("p", { class: key ? "key" : "note" }, text));
    if (items) found.push(el("ul", {}, ...items.map((item) => el("li", {}, entry(item)))));
    return found;
  }

  // An item of several lines has links to the evidence for each.
  function entry(item) {
    if (item.lines) {
      return el("div", {}, item.text, ...item.lines.map((one) => line(one, one.text)));
    }
    return item.href ? el("a", { href: item.href }, item.text) : item;
  }

  function section({ id, title, tables = [], cases = [], lists = [] }, header) {
    return el("section", { "aria-labelledby": `at-${id}`, class: `at-${id}` },
      el("h2", { id: `at-${id}` }, title),
      ...tables.flatMap((one) => table(one, header, id)),
      ...(cases.length ? [el("div", { class: "hows" }, ...cases.map(practice))] : []),
      ...lists.flatMap(list));
  }

  // Returns the elements of a comparison, but for its title.
  function drawn({ subtitle, header, sections }) {
    return [el("p", { class: "note" }, subtitle), ...sections.map((one) => section(one, header))];
  }

  Object.assign(library, { el, drawn });
})();
