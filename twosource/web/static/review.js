// The review desk: keys press the buttons that are there, words are chosen by selecting them, and after a verdict the
// next case takes the place of the last. Without this, the buttons and forms do the same.
(() => {
  "use strict";
  const told = document.getElementById("told");
  const keys = document.getElementById("keys");
  const on = document.getElementById("keys-on");
  if (!keys) return;
  const desk = () => document.getElementById("desk");

  // Keys of one letter can be switched off: speech and some aids press them by accident.
  try { on.checked = localStorage.getItem("twosource-keys") !== "off"; } catch { /* no storage: they stay on */ }
  on.addEventListener("change", () => { try { localStorage.setItem("twosource-keys", on.checked ? "on" : "off"); } catch { /* for this page only */ } });
  on.closest("label").hidden = false;
  keys.querySelector(".no-script").hidden = true;

  function opened(panel) {
    if (!panel.open) return;
    panel.scrollIntoView({ block: "nearest" });
    const first = ".words, input:checked, input:not([type=hidden]), select, textarea";
    (panel.querySelector(".words") ?? panel.querySelector("input:checked") ?? panel.querySelector(first))?.focus({ preventScroll: true });
  }

  // Who fills something in does not judge by it.
  const types = (target) => target.closest?.("input, select, textarea, [contenteditable], .panel > :not(summary)");
  // A space presses the button or link that has the focus, and moves within lists of choices.
  const presses = (target) => target.closest?.("a[href], button, summary, input, select, textarea, [tabindex='0']");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape") {
      const panel = desk()?.querySelector("details[open]");
      if (panel) { panel.open = false; panel.querySelector("summary").focus(); event.preventDefault(); }
      return;
    }
    if (types(event.target) || !on.checked || event.repeat || document.querySelector(".htmx-request")) return;
    if (event.key === " " && presses(event.target)) return;
    if (event.key === "?") { keys.open = !keys.open; if (keys.open) keys.querySelector("summary").focus(); event.preventDefault(); return; }
    if (event.shiftKey) return;
    const target = desk()?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    target.click();
    if (target.matches("summary")) opened(target.parentElement);
  });

  // Choosing words: the two lists hold the choice, the text shows it.
  function ready() {
    document.querySelectorAll(".words").forEach(choosing);
  }

  function choosing(words) {
    if (words.dataset.ready) return;
    words.dataset.ready = "yes";
    const first = document.getElementById(`first${words.dataset.ends}`);
    const last = document.getElementById(`last${words.dataset.ends}`);
    const all = [...words.querySelectorAll("[data-start]")];
    const index = (select) => select.selectedIndex;
    let at = index(first);
    let from = at;

    function paint() {
      all.forEach((word, place) => {
        word.classList.toggle("in", index(first) <= place && place <= index(last));
        word.classList.toggle("at", place === at && document.activeElement === words);
      });
    }
    function choose(one, other) {
      first.selectedIndex = Math.min(one, other);
      last.selectedIndex = Math.max(one, other);
      paint();
    }
    function say() {
      const chosen = all.slice(index(first), index(last) + 1).map((word) => word.textContent);
      const shown = chosen.length > 8 ? [...chosen.slice(0, 4), "…", ...chosen.slice(-3)] : chosen;
      told.textContent = `Chosen: ${shown.join(" ")}`;
    }
    words.tabIndex = 0;
    words.setAttribute("role", "group");
    words.setAttribute("aria-label", "The text, to choose words in");
    words.closest("form").querySelectorAll(".with-script").forEach((one) => { one.hidden = false; });
    for (const select of [first, last]) select.addEventListener("change", () => { at = from = index(first); if (index(last) < index(first)) (select === first ? last : first).selectedIndex = index(select); paint(); say(); });
    words.addEventListener("focus", () => { at = from = index(first); paint(); });
    words.addEventListener("blur", paint);
    words.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 8, ArrowLeft: -1, ArrowUp: -8, Home: -all.length, End: all.length }[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      at = Math.max(0, Math.min(all.length - 1, at + step));
      if (!event.shiftKey) from = at;
      choose(from, at);
      all[at].scrollIntoView({ block: "nearest" });
      say();
    });
    words.addEventListener("mouseup", () => {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      const chosen = all.map((word, place) => (range.intersectsNode(word) ? place : -1)).filter((place) => place >= 0);
      if (!chosen.length) return;
      from = chosen[0];
      at = chosen.at(-1);
      choose(from, at);
      selection.removeAllRanges();
      say();
    });
    paint();
  }

  // A conflict is an answer to show in the place of the case, although it is no success.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    if (requestConfig?.path?.startsWith("/review") && (xhr.status === 409 || xhr.status === 422) && xhr.response.includes('id="desk"')) {
      Object.assign(event.detail, { shouldSwap: true, isError: false, target: desk(), swapOverride: "outerHTML" });
    }
  });
  document.addEventListener("htmx:afterSettle", () => {
    ready();
    const conflict = document.getElementById("conflict");
    const heading = document.getElementById("question");
    (conflict ?? heading)?.focus({ preventScroll: true });
    scrollTo(0, 0);
    const done = document.querySelector("#done p");
    told.textContent = [done?.textContent, heading?.textContent].filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
  });
  ready();
})();
