// The page of comparison: what is chosen stands in the address (#l=140100,140200), and everything
// shown follows from there. compare.js makes the tables as values, compare_draw.js draws them.
(() => {
  "use strict";

  const library = window.cppccCompare;
  const root = document.querySelector(".beside");
  if (!root || !library) return;
  const { el } = library;
  const form = root.querySelector(".choose");
  const chosenList = form.querySelector(".chosen");
  const tools = form.querySelector(".tools");
  const input = form.querySelector("#place");
  const offers = form.querySelector("#offers");
  const status = form.querySelector(".say");
  const shown = root.querySelector(".comparison");
  const all = root.querySelector(".all");
  const heading = root.querySelector("h1");
  const language = document.querySelector("a.other");
  const plainTitle = document.title;
  const plainHeading = heading.textContent;
  const OFFERED = 50;
  let names = {};
  let chosen = [];
  let turn = 0;

  // ---- Files. Scripts, as file:// lets nothing be fetched; each is loaded once.

  const loads = new Map();

  function load(name) {
    if (!loads.has(name)) {
      loads.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${root.dataset.files}${name}.${root.dataset.lang}.js`;
        script.addEventListener("load", done);
        script.addEventListener("error", () => {
          script.remove();
          loads.delete(name);
          failed(new Error(name));
        });
        document.head.append(script);
      }));
    }
    return loads.get(name);
  }

  // Puts what is compared into the page.
  function draw(columns) {
    const made = library.table(columns);
    shown.replaceChildren(...library.drawn(made));
    heading.textContent = made.title;
    document.title = `${made.title} · ${plainTitle}`;
  }

  // ---- The address

  // Returns what the address asks for, or null where it says something else, such as #main.
  function asked() {
    const text = location.hash.slice(1);
    const parts = new Map(text.split("&").map((part) => part.split("=", 2)));
    if (text && !parts.has("l")) return null;
    const codes = (parts.get("l") ?? "").split(/,|%2C/i).filter(Boolean).map(decoded);
    return { codes, only: parts.get("d") === "1" };
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function go(codes, only = form.elements.only.checked) {
    location.hash = `l=${codes.join(",")}${only && codes.length ? "&d=1" : ""}`;
  }

  function nameOf(code) {
    return library.places.find(([known]) => known === code)?.[1];
  }

  // Returns the codes that can be shown, and what is to be said of the others.
  function sorted(codes) {
    const kept = [];
    const said = [];
    for (const code of codes) {
      const name = nameOf(code);
      if (!name) said.push(library.fill(names.unknown, [code]));
      else if (kept.includes(code)) said.push(library.fill(names.twice, [name]));
      else if (kept.length === library.words.most) said.push(tooMany(name));
      else kept.push(code);
    }
    return { kept, said };
  }

  function tooMany(name) {
    return library.fill(names.full, { most: library.words.most, name });
  }

  function say(...texts) {
    status.textContent = texts.join(" ");
    status.classList.remove("unseen");
  }

  // Says what anyone who sees the page can see.
  function announce(text) {
    say(text);
    status.classList.add("unseen");
  }

  // ---- What follows from the address

  async function show() {
    const wanted = asked();
    if (!wanted) return;
    const mine = ++turn;
    if (wanted.codes.length && !await loaded("index", plainHeading)) return;
    if (mine !== turn) return;
    const { kept, said } = sorted(wanted.codes);
    chosen = kept;
    form.elements.only.checked = wanted.only;
    shown.classList.toggle("only", wanted.only);
    drawChosen();
    if (kept.length > 1) {
      const there = await Promise.all(kept.map((code) => loaded(code, nameOf(code))));
      if (mine !== turn || there.includes(false)) return;
      draw(kept.map((code) => library.columns.get(code)));
    } else {
      shown.replaceChildren();
      heading.textContent = plainHeading;
      document.title = plainTitle;
      if (kept.length) said.push(names.one_more);
    }
    arrange();
    if (said.length || kept.length < 2) say(...said);
    else announce(library.fill(names.ready, [heading.textContent]));
  }

  async function loaded(name, told) {
    try {
      await load(name);
      return true;
    } catch {
      say(library.fill(names.failed, [told]));
      return false;
    }
  }

  function arrange() {
    const ready = chosen.length > 1;
    shown.hidden = tools.hidden = root.querySelector(".where").hidden = !ready;
    all.hidden = ready;
    root.querySelector(".lead").hidden = ready;
    language.hash = location.hash;
    for (const button of all.querySelectorAll("button.add")) {
      button.setAttribute("aria-pressed", String(chosen.includes(button.value)));
    }
  }

  function drawChosen() {
    chosenList.hidden = !chosen.length;
    chosenList.replaceChildren(...chosen.map((code) => {
      const label = library.fill(names.remove, [nameOf(code)]);
      const button = el("button", { type: "button", "aria-label": label, value: code }, "×");
      button.addEventListener("click", () => {
        go(chosen.filter((one) => one !== code));
        input.focus();
      });
      return el("li", {}, el("span", {}, nameOf(code)), button);
    }));
  }

  function add(code) {
    const name = nameOf(code);
    if (chosen.includes(code)) say(library.fill(names.twice, [name]));
    else if (chosen.length === library.words.most) say(tooMany(name));
    else go([...chosen, code]);
  }

  // ---- The box in which localities are looked for

  let active = -1;

  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\s'’-]/g, "");
  }

  function found() {
    const query = fold(input.value);
    const [first, other] = [[], []];
    for (const place of library.places ?? []) {
      const [code, name, within, slug] = place.map(fold);
      if ([code, name, slug].some((key) => key.startsWith(query))) first.push(place);
      else if (`${within}${name}`.includes(query)) other.push(place);
    }
    return [...first, ...other];
  }

  function offer() {
    if (!library.places) return;
    const places = found();
    offers.replaceChildren(...places.slice(0, OFFERED).map(([code, name, within], nth) =>
      option(code, name, within, nth)));
    point(input.value && places.length ? 0 : -1);
    offers.hidden = !places.length;
    input.setAttribute("aria-expanded", String(!offers.hidden));
    if (places.length) announce(library.fill(names.matches, [places.length]));
    else say(names.no_match);
  }

  function option(code, name, within, nth) {
    const one = el("li", { id: `offer-${nth}`, role: "option", "aria-selected": "false", "data-code": code },
      el("span", { class: "name" }, name), " ", el("small", {}, [within, code].filter(Boolean).join(" · ")));
    if (chosen.includes(code)) one.classList.add("taken");
    // The press would take the focus from the box, and its loss closes the list.
    one.addEventListener("pointerdown", (event) => event.preventDefault());
    one.addEventListener("click", () => pick(code));
    return one;
  }

  function point(nth) {
    offers.children[active]?.setAttribute("aria-selected", "false");
    active = nth;
    const one = offers.children[nth];
    one?.setAttribute("aria-selected", "true");
    one?.scrollIntoView({ block: "nearest" });
    if (one) input.setAttribute("aria-activedescendant", one.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    offers.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(-1);
  }

  function pick(code) {
    input.value = "";
    close();
    say();
    add(code);
  }

  async function enter() {
    if (await loaded("index", plainHeading) && document.activeElement === input) offer();
  }

  function typed(event) {
    if (event.isComposing) return;
    const count = offers.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count) {
      event.preventDefault();
      if (offers.hidden) offer();
      else point((active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const one = offers.hidden ? null : offers.children[active];
      if (one) pick(one.dataset.code);
    } else if (event.key === "Escape") {
      close();
    }
  }

  // ---- Tools

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      say(names.copied);
    } catch {
      say(copiedOtherwise() ? names.copied : names.copy_failed);
    }
  }

  // Where the page does not come over a safe connection, there is no clipboard to write to.
  function copiedOtherwise() {
    const field = el("textarea", { class: "unseen", "aria-hidden": "true" });
    field.value = location.href;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    form.elements.copy.focus();
    return done;
  }

  function addButtons() {
    for (const row of all.querySelectorAll("tr[data-code]")) {
      const { code } = row.dataset;
      const label = library.fill(names.add_named, [row.querySelector("th a").textContent]);
      const about = { type: "button", class: "add", value: code, "aria-pressed": "false" };
      const button = el("button", { ...about, "aria-label": label });
      button.addEventListener("click", async () => {
        if (!await loaded("index", plainHeading)) return;
        if (chosen.includes(code)) go(chosen.filter((one) => one !== code));
        else add(code);
      });
      row.querySelector("th").prepend(button, " ");
    }
  }

  // The way past the head of the page must not change the address, which says what is chosen.
  function skip(event) {
    event.preventDefault();
    const main = document.querySelector("main");
    main.tabIndex = -1;
    main.focus();
  }

  library.open = () => {
    names = library.words.names;
    addButtons();
    input.addEventListener("focus", enter);
    input.addEventListener("input", (event) => { if (!event.isComposing) offer(); });
    input.addEventListener("compositionend", offer);
    input.addEventListener("keydown", typed);
    input.addEventListener("blur", close);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.elements.only.addEventListener("change", () => go(chosen));
    form.elements.copy.addEventListener("click", copy);
    form.elements.print.addEventListener("click", () => window.print());
    form.elements.clear.addEventListener("click", () => { go([]); input.focus(); });
    document.querySelector("a.skip").addEventListener("click", skip);
    window.addEventListener("hashchange", show);
    form.hidden = false;
    show();
  };
})();
