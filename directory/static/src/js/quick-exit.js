// Leaves for a neutral page at once, and leaves no trace that a script can take away: the page is
// replaced in the history and the list kept in this browser is forgotten. Shift three times does
// the same. Without scripts the link is an ordinary link.
import { forget } from "./kept-list.js";

const PRESSES = 3;
const WITHIN_MS = 5000;

function leave(address) {
  document.body.classList.add("wm-is-leaving");
  document.title = "…";
  forget();
  window.location.replace(address);
}

export function offerQuickExit() {
  const link = document.querySelector("[data-quick-exit]");
  if (!link) return;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link.href);
  });

  let presses = [];
  let isAlone = false;
  // Shift held for a capital letter does not count: only a press with no other key in it.
  document.addEventListener("keydown", (event) => {
    isAlone = event.key === "Shift";
  });
  document.addEventListener("keyup", (event) => {
    const now = Date.now();
    const isPress = event.key === "Shift" && isAlone;
    presses = isPress ? [...presses.filter((at) => now - at < WITHIN_MS), now] : [];
    if (presses.length >= PRESSES) leave(link.href);
  });
  // Coming back with the browser's own button shows the page again.
  window.addEventListener("pageshow", () => document.body.classList.remove("wm-is-leaving"));
}
