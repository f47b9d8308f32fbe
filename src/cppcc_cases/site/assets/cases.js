// The list of cases, narrowed down: what is chosen stands in the address, after the #, and nowhere
// else. Without this script the page shows all cards, and no choices.
(() => {
  "use strict";
  const box = document.querySelector(".browse");
  if (!box) return;
  const form = box.querySelector("form.facets");
  const selects = [...form.querySelectorAll("select")];
  const list = box.querySelector(".cards");
  const count = box.querySelector(".count");
  const pager = box.querySelector(".pager");
  const more = box.querySelector(".more");
  const button = more.querySelector("button");
  const total = Number(box.dataset.total);
  const each = Number(box.dataset.each);

  // A case is an element, or can be made into one, and has the keys under which it is found.
  const here = [...list.children].map(
    (element) => ({ element, keys: new Set(element.dataset.keys.split(" ")) }));
  let all = box.dataset.cards ? null : here;
  let shown = each;
  let loading = false;

  // ---- What is chosen

  function chosen() {
    const found = new Map();
    for (const select of selects) if (select.value) found.set(select.name, select.value);
    return found;
  }

  function fits(one, wanted, but) {
    for (const [facet, value] of wanted) {
      if (facet !== but && !one.keys.has(`${facet}:${value}`)) return false;
    }
    return true;
  }

  function readAddress() {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const select of selects) {
      const value = given.get(select.name) ?? "";
      // A value that is no choice leaves the list as it is.
      select.value = value;
      if (select.value !== value) select.value = "";
    }
    shown = each;
    show();
  }

  function writeAddress() {
    const hash = new URLSearchParams([...chosen()]).toString();
    if (location.hash.slice(1) !== hash) location.hash = hash;
    shown = each;
    show(); // at once: the news of the address comes later, and changes nothing more
  }

  // ---- What is shown

  function show() {
    const wanted = chosen();
    if (wanted.size && !all) return load();
    const cases = all ?? here;
    const found = cases.filter((one) => fits(one, wanted, null));
    if (all) showNumbers(cases, wanted);
    if (all === here) for (const one of here) one.element.hidden = !fits(one, wanted, null);
    else showPart(wanted.size ? found : null);
    const number = wanted.size || all === here ? found.length : here.length;
    count.textContent = number ? told(count.dataset.form, number, total) : count.dataset.none;
  }

  // Of many cards only so many are made at a time; without a choice the page is as it came.
  function showPart(found) {
    const part = found ? found.slice(0, shown) : here;
    list.replaceChildren(...part.map((one) => one.element ?? (one.element = card(one.row))));
    const left = found ? found.length - part.length : 0;
    more.hidden = left === 0;
    button.textContent = told(button.dataset.form, Math.min(left, each));
    if (pager) pager.hidden = found !== null;
  }

  // Beside each value stands how many cases there would be, the other choices being as they are.
  function showNumbers(cases, wanted) {
    for (const select of selects) {
      const numbers = new Map();
      const start = `${select.name}:`;
      for (const one of cases) {
        if (!fits(one, wanted, select.name)) continue;
        for (const key of one.keys) {
          if (key.startsWith(start)) numbers.set(key, (numbers.get(key) ?? 0) + 1);
        }
      }
      for (const option of select.options) {
        if (!option.value) continue;
        const number = numbers.get(start + option.value) ?? 0;
        option.textContent = `${option.dataset.name} (${number})`;
        option.disabled = number === 0 && !option.selected;
      }
    }
  }

  function told(words, ...values) {
    return values.reduce((text, value) => text.replace("{}", () => value), words);
  }

  // ---- The cards of other pages

  // A script element, as file:// lets nothing be fetched.
  function load() {
    if (loading) return;
    loading = true;
    const script = document.createElement("script");
    script.src = box.dataset.cards;
    script.addEventListener("load", () => {
      const { cards, keys } = window.cppccCards;
      all = cards.map((row) => ({ row, keys: new Set(row[5].map((at) => keys[at])) }));
      show();
    });
    script.addEventListener("error", () => {
      loading = false;
      script.remove();
      count.textContent = count.dataset.failed;
    });
    document.head.append(script);
  }

  function node(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function link(path, text) {
    const made = node("a", "", text);
    made.href = box.dataset.root + path;
    return made;
  }

  // The same card as the template makes of a case.
  function card([id, title, summary, kind, places, , states]) {
    const data = window.cppccCards;
    const [kindId, kindName] = data.kinds[kind];
    const where = node("p", "where");
    places.forEach((at, index) => {
      const [code, name] = data.places[at];
      where.append(index ? box.dataset.comma : "", link(`places/${code}.html`, name));
    });
    return node(
      "article",
      "card",
      where,
      node("h3", "", link(`cases/${id}.html`, title)),
      node("p", "kind", link(`kinds/${kindId}.html`, kindName)),
      node("p", "summary", summary),
      strip(data, states),
    );
  }

  function strip(data, states) {
    const made = node("p", "strip small");
    const told = [];
    data.stages.forEach((name, at) => {
      const [className, says] = data.states[Number(states[at])];
      const box_ = node("i", className);
      if (className !== "not-reported") {
        box_.title = name + box.dataset.colon + says;
        told.push(box_.title);
      }
      made.append(box_);
    });
    made.setAttribute("role", "img");
    const said = told.join(box.dataset.join) || data.states[Number(states[0])][1];
    made.setAttribute("aria-label", box.dataset.coverage + box.dataset.colon + said);
    return made;
  }

  // ---- Beginning

  form.addEventListener("change", writeAddress);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects) select.value = "";
    writeAddress();
  });
  button.addEventListener("click", () => {
    const next = shown;
    shown += each;
    show();
    // Where the reader goes on by the keyboard: the first card that is new.
    list.children[next]?.querySelector("h3 a")?.focus();
  });
  addEventListener("hashchange", readAddress);
  form.hidden = false;
  readAddress();
})();
