// A map beside the list (macros/map.html writes its element). Leaflet and its style sheet are
// fetched only once the map is about to be seen: on a telephone that is often never.
import { placedCards, position } from "./placed-cards.js";

const refreshers = new Map();

function fetchStyle(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
    document.head.append(link);
  });
}

async function show(root) {
  const [{ drawMap }] = await Promise.all([
    import("./map-drawing.js"),
    fetchStyle(root.dataset.css),
  ]);
  refreshers.set(root, drawMap(root));
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
      observer.unobserve(target);
      // The list says everything the map does, so a map that fails may simply go.
      show(target).catch(() => {
        target.hidden = true;
      });
    }
  },
  { rootMargin: "200px" },
);

function look() {
  for (const root of document.querySelectorAll("[data-map]")) {
    root.hidden = !placedCards().length && !position(root);
    if (root.hidden) continue;
    if (refreshers.has(root)) refreshers.get(root)();
    else observer.observe(root);
  }
}

look();
// New results are on the page.
document.addEventListener("htmx:after:swap", look);
