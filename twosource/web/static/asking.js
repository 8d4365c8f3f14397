// Escape closes the card of a citation until it is left; the button prints.
"use strict";
(() => {
  const open = () => document.querySelector(".cite:hover, .cite:focus-within");
  document.addEventListener("keydown", (event) => {
    const cite = event.key === "Escape" && open();
    if (!cite) return;
    cite.classList.add("shut");
    const again = () => {
      if (cite.matches(":hover, :focus-within")) return;
      cite.classList.remove("shut");
      cite.removeEventListener("pointerleave", later);
      cite.removeEventListener("focusout", later);
    };
    const later = () => setTimeout(again);
    cite.addEventListener("pointerleave", later);
    cite.addEventListener("focusout", later);
  });
  const button = document.querySelector("button.print");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
