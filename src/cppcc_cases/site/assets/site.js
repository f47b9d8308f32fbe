// What every page does: it offers the search box, and loads what searches once it is entered.
(() => {
  "use strict";
  const form = document.querySelector("form.search");
  if (!form) return;
  const input = form.querySelector("input");

  // Script elements, as file:// lets nothing be fetched; in this order, whichever comes first.
  function load() {
    input.removeEventListener("focus", load);
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = form.dataset.style;
    document.head.append(style);
    for (const address of [form.dataset.script, form.dataset.search]) {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.addEventListener("error", failed);
      document.head.append(script);
    }
  }

  function failed(event) {
    event.target.remove();
    const status = form.querySelector("[role=status]");
    status.textContent = form.dataset.failed;
    status.className = "none";
    // Entering the box once more tries again.
    input.addEventListener("focus", load);
    input.addEventListener("blur", () => { status.className = "unseen"; }, { once: true });
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("focus", load);
  form.hidden = false;
})();
