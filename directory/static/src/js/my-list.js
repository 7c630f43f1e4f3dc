// "My list": add and remove on cards, a count in the navigation, and the list's own page.
// A shared list travels in the address's fragment, which browsers never send to a server.
import { csrfToken } from "./csrf.js";
import { drawCount, forget, keep, kept, MOST, onlyIds } from "./kept-list.js";

function say(words) {
  const status = document.querySelector("[data-list-status]");
  if (status) status.textContent = words;
}

function draw() {
  const ids = new Set(kept());
  for (const button of document.querySelectorAll("[data-list-id]")) {
    const isOnList = ids.has(button.dataset.listId);
    button.setAttribute("aria-pressed", String(isOnList));
    const words = isOnList ? "On my list" : "Add to my list";
    button.querySelector("[data-list-words]").textContent = words;
  }
  drawCount();
}

function toggle(id) {
  const ids = kept();
  const isOnList = ids.includes(id);
  if (!isOnList && ids.length >= MOST) return say(`Your list is full at ${MOST}. Take one off first.`);
  const wasKept = keep(isOnList ? ids.filter((each) => each !== id) : [...ids, id]);
  if (!wasKept) return say("This browser does not allow a list to be kept. You can print the page.");
  draw();
  return say(isOnList ? "Taken off your list." : "Added to your list.");
}

function shared() {
  try {
    return onlyIds(decodeURIComponent(window.location.hash.slice(1)).split(","));
  } catch {
    return [];
  }
}

async function show(page) {
  const fromLink = shared();
  const ids = fromLink.length ? fromLink : kept();
  const body = new URLSearchParams({ ids: ids.join(","), csrf_token: csrfToken() });
  try {
    const response = await fetch(page.dataset.myListUrl, {
      method: "POST",
      headers: { "X-CSRFToken": csrfToken() },
      body,
      cache: "no-store",
    });
    if (!response.ok) throw new Error(String(response.status));
    const answer = new DOMParser().parseFromString(await response.text(), "text/html");
    page.replaceChildren(...answer.querySelector("main").childNodes);
  } catch {
    say("Your list could not be fetched. Please try again in a minute.");
  }
  draw();
  offerSharing(ids);
}

function offerSharing(ids) {
  const link = document.querySelector("[data-list-link]");
  if (!link) return;
  const address = new URL(window.location.pathname, window.location.origin);
  address.hash = ids.join(",");
  if ("value" in link) link.value = address.href;
  else link.textContent = address.href;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-list-id], [data-list-clear], [data-list-keep]");
  if (!button) return;
  if (button.dataset.listId) {
    toggle(button.dataset.listId);
    return;
  }
  if ("listKeep" in button.dataset) keep([...kept(), ...shared()]);
  else forget();
  // The fragment goes too, or a cleared list would come straight back.
  window.history.replaceState(null, "", window.location.pathname);
  const page = document.querySelector("main[data-my-list-url]");
  if (page) show(page);
  else draw();
});
window.addEventListener("storage", draw);
// New results are on the page.
document.addEventListener("htmx:after:swap", draw);

const page = document.querySelector("main[data-my-list-url]");
if (page) {
  show(page);
  window.addEventListener("hashchange", () => show(page));
} else draw();
