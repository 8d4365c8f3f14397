"use strict";
// The print button, and on paper everything that is folded on the page.
const button = document.getElementById("print");
const opened = [];
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
window.addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("main details:not([open])")) {
    folded.open = true;
    opened.push(folded);
  }
});
window.addEventListener("afterprint", () => {
  for (const folded of opened.splice(0)) folded.open = false;
});
// A number may lead to a statement that is folded away.
const unfold = () => {
  const target = location.hash.startsWith("#note-") && document.getElementById(location.hash.slice(1));
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
  }
  if (target) target.scrollIntoView();
};
window.addEventListener("hashchange", unfold);
unfold();
