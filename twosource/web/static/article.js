// One article: choosing a statement by a click or a key marks its words. Without this, the links do the same.
(() => {
  "use strict";
  const page = document.querySelector(".reading");
  if (!page) return;
  const entries = [...page.querySelectorAll(".saying[data-runs]")];
  const pieces = new Map([...page.querySelectorAll("[data-p]")].map((one) => [Number(one.dataset.p), one]));
  const told = document.getElementById("told");
  const keys = document.getElementById("keys");
  const on = document.getElementById("keys-on");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const wide = matchMedia("(min-width: 60rem)");

  const runs = new Map(entries.map((entry) => [entry, entry.dataset.runs.trim().split(" ").filter(Boolean).map((run) => {
    const [role, span] = run.split(":");
    const [first, last] = span.split("-").map(Number);
    return { role, first, last };
  })]));
  const idOf = (entry) => entry.id.slice(2);
  const current = () => entries.findIndex((entry) => entry.classList.contains("chosen"));

  function clear() {
    page.querySelectorAll(".chosen").forEach((one) => { one.classList.remove("chosen"); one.removeAttribute("aria-current"); });
    page.querySelectorAll("[data-as]").forEach((one) => one.removeAttribute("data-as"));
  }

  function mark(entry) {
    for (const { role, first, last } of runs.get(entry)) {
      for (let place = first; place < last; place += 1) pieces.get(place)?.classList.add("chosen");
      const head = pieces.get(first);
      if (head) head.dataset.as = head.dataset.as ? `${head.dataset.as}, ${role}` : role;
    }
  }

  function show(one, block) {
    one?.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
  }

  function choose(entry, { move = true } = {}) {
    clear();
    if (!entry) {
      told.textContent = "No statement is chosen.";
      history.replaceState(null, "", page.dataset.path + location.search.replace(/[?&]at=[^&]*/, "").replace(/^&/, "?"));
      return;
    }
    entry.classList.add("chosen");
    entry.setAttribute("aria-current", "true");
    mark(entry);
    history.replaceState(null, "", `${page.dataset.path}?at=${idOf(entry)}`);
    told.textContent = entry.querySelector(".who").textContent.replace("Show in the text:", "").replace(/\s+/g, " ").trim();
    const content = runs.get(entry).find((run) => run.role === "content");
    const head = content && pieces.get(content.first);
    if (head && (move || hidden(head))) show(head, wide.matches ? "center" : "start");
    if (wide.matches) inList(entry);
  }

  // Below the text's own edge, or on a narrow screen under the sheet.
  function hidden(head) {
    const { top } = head.getBoundingClientRect();
    return top < 0 || top > innerHeight * (wide.matches ? 1 : 0.5);
  }

  // Only the list itself is moved: the text is where somebody reads.
  function inList(entry) {
    const list = entry.closest(".said");
    const above = entry.offsetTop - list.offsetTop - 60;
    const below = above + entry.offsetHeight + 90 - list.clientHeight;
    if (list.scrollTop > above) list.scrollTop = above;
    else if (list.scrollTop < below) list.scrollTop = Math.min(below, above);
  }

  function step(by, from = current()) {
    const next = from < 0 ? (by > 0 ? 0 : entries.length - 1) : from + by;
    if (!entries[next]) return;
    const focused = entries.some((entry) => entry.contains(document.activeElement));
    choose(entries[next]);
    if (focused) entries[next].querySelector(".pick").focus({ preventScroll: true });
  }

  // Of what lies around a word the shortest is meant, with every further click the next longer one.
  function around(place) {
    const size = (entry) => runs.get(entry).reduce((sum, { first, last }) => sum + last - first, 0);
    return entries.filter((entry) => runs.get(entry).some(({ first, last }) => first <= place && place < last))
      .sort((one, other) => size(one) - size(other));
  }

  function inText(piece) {
    const found = around(Number(piece.dataset.p));
    const now = found.findIndex((entry) => entry.classList.contains("chosen"));
    if (found.length) choose(found[(now + 1) % found.length], { move: false });
  }

  function plainly(event) {
    return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  }

  page.addEventListener("click", (event) => {
    if (!plainly(event)) return;
    const link = event.target.closest("a");
    if (!link) {
      const piece = event.target.closest("[data-p]");
      if (piece && !String(getSelection())) inText(piece);
      return;
    }
    const chosen = entries.find((entry) => link.hash === `#a-${idOf(entry)}` && link.pathname === location.pathname);
    if (chosen && link.matches(".n, .pick, .quote, .before, .after")) choose(chosen, { move: !link.matches(".n") });
    else if (link.matches(".close")) choose(null);
    else return;
    event.preventDefault();
  });

  const open = () => { if (!keys.open) keys.showModal(); };
  const actions = {
    j: () => step(1), ArrowRight: () => step(1),
    k: () => step(-1), ArrowLeft: () => step(-1),
    o: () => entries[current()]?.querySelector(".to-proposition")?.click(),
    "?": open,
    Escape: () => { if (current() >= 0) choose(null); },
  };
  // In the list the arrows go on from where one is.
  function inListKeys(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = entries.findIndex((entry) => entry.contains(event.target));
    return by && here >= 0 ? () => step(by, here) : undefined;
  }

  document.addEventListener("keydown", (event) => {
    const action = actions[event.key] ?? inListKeys(event);
    if (!action || keys.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    if (!on.checked && event.key !== "Escape") return;
    event.preventDefault();
    action();
  });

  // Keys of one letter can be switched off: speech and some aids press them by accident.
  try { on.checked = localStorage.getItem("twosource-keys") !== "off"; } catch { /* no storage: they stay on */ }
  on.addEventListener("change", () => { try { localStorage.setItem("twosource-keys", on.checked ? "on" : "off"); } catch { /* for this page only */ } });
  const button = page.querySelector(".show-keys");
  button.hidden = false;
  button.addEventListener("click", open);
  if (entries[current()] && wide.matches) inList(entries[current()]);
})();
