// The person's own list: ids of listings, kept in this browser and nowhere else.
const KEY = "whatmatters.list";
const ID = /^[a-z0-9][a-z0-9-]{0,99}$/;
export const MOST = 50;

// A browser may refuse storage (private windows, strict settings): the list is then empty.
export function kept() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? onlyIds(stored) : [];
  } catch {
    return [];
  }
}

export function onlyIds(candidates) {
  const ids = candidates.filter((each) => typeof each === "string" && ID.test(each));
  return [...new Set(ids)].slice(0, MOST);
}

// The link to the list says how many are on it, on every page.
export function drawCount() {
  const words = kept().length ? ` (${kept().length})` : "";
  for (const link of document.querySelectorAll('nav a[href$="/my-list"]')) {
    let count = link.querySelector("[data-list-count]");
    if (!count) {
      count = document.createElement("span");
      count.dataset.listCount = "";
      link.append(count);
    }
    count.textContent = words;
  }
}

// True when it was kept.
export function keep(ids) {
  try {
    localStorage.setItem(KEY, JSON.stringify(onlyIds(ids)));
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing could be stored, so there is nothing to forget.
  }
}
