// Adding: files dropped anywhere on the page, whole folders, what was chosen; and the title of a job that goes on.
// Without this, the form is a form and the page of a job asks anew by itself.
(() => {
  "use strict";
  const form = document.querySelector(".adding");
  const told = document.getElementById("at-hand");
  if (form) choosing(form, told); else following(told);

  function choosing(form, told) {
    const files = form.querySelector("#files");
    const drop = form.querySelector(".drop");
    const list = form.querySelector(".chosen-files");
    const folder = form.querySelector("#folder");
    const most = Number(form.dataset.files);
    const bytes = Number(form.dataset.bytes);
    const size = (n) => (n >= 1e6 ? `${(n / 1e6).toFixed(1)} MB` : `${Math.ceil(n / 1e3)} kB`);

    function row(name, what, too) {
      const item = document.createElement("li");
      const left = item.appendChild(document.createElement("span"));
      const right = item.appendChild(document.createElement("span"));
      left.textContent = name;
      left.dir = "auto";
      right.textContent = what;
      if (too) item.className = "too";
      return item;
    }

    function show() {
      const chosen = [...files.files];
      const all = chosen.reduce((sum, one) => sum + one.size, 0);
      list.replaceChildren();
      if (chosen.length > most) list.append(row(`At most ${most} files are taken at once.`, "", true));
      if (all > bytes) list.append(row(`At most ${size(bytes)} are taken at once.`, "", true));
      if (chosen.length > 1) list.append(row(`${chosen.length} files`, size(all)));
      list.append(...chosen.slice(0, 100).map((one) => row(one.webkitRelativePath || one.name, size(one.size), one.size > bytes)));
      if (chosen.length > 100) list.append(row(`and ${chosen.length - 100} more`, ""));
    }

    function take(added) {
      const kept = new DataTransfer();
      const seen = new Set();
      for (const one of [...files.files, ...added]) {
        const key = `${one.webkitRelativePath || one.name}\n${one.size}\n${one.lastModified}`;
        if (!seen.has(key)) kept.items.add(one);
        seen.add(key);
      }
      files.files = kept.files;
      show();
    }

    // A folder that is dropped is walked; what a system hides in it is left out.
    async function walk(entry) {
      if (entry.name.startsWith(".")) return [];
      if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
      const reader = entry.createReader();
      const found = [];
      for (;;) {
        const some = await new Promise((done, fail) => reader.readEntries(done, fail));
        if (!some.length) return (await Promise.all(found.map(walk))).flat();
        found.push(...some);
      }
    }

    files.addEventListener("change", show);
    const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
    let depth = 0;
    const over = (change) => { depth = Math.max(0, depth + change); drop.classList.toggle("over", depth > 0); };
    addEventListener("dragenter", (event) => { if (carries(event)) over(1); });
    addEventListener("dragleave", (event) => { if (carries(event)) over(-1); });
    addEventListener("dragover", (event) => { if (carries(event)) event.preventDefault(); });
    addEventListener("drop", async (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      over(-depth);
      const entries = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry?.());
      const plain = [...event.dataTransfer.files];
      try {
        take(entries.every(Boolean) ? (await Promise.all(entries.map(walk))).flat() : plain);
      } catch { take(plain); }
    });

    if ("webkitdirectory" in folder) {
      form.querySelector(".folder").hidden = false;
      folder.tabIndex = 0;
      folder.addEventListener("change", () => {
        take([...folder.files].filter((one) => !one.webkitRelativePath.split("/").some((part) => part.startsWith("."))));
        folder.value = "";
      });
    }
    form.addEventListener("submit", () => {
      told.textContent = files.files.length ? "Sending the files …" : "Sending …";
      setTimeout(() => form.querySelectorAll(".actions button").forEach((one) => { one.disabled = true; }));
    });
    addEventListener("pageshow", () => {
      told.textContent = "";
      form.querySelectorAll(".actions button").forEach((one) => { one.disabled = false; });
      show();
    });
  }

  function following(told) {
    document.addEventListener("htmx:afterSwap", () => {
      const progress = document.getElementById("progress");
      if (!progress) return;
      document.title = `${progress.dataset.title} · Twosource`;
      if (!progress.dataset.ended) return;
      document.querySelector("h1").textContent = "Added";
      told.textContent = progress.querySelector(".lede").textContent.trim();
    });
  }
})();
