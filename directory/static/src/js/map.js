// A map beside the list (macros/map.html writes its element). Leaflet and its style sheet are
// fetched only once the map is about to be seen: on a telephone that is often never.
import { placedCards, position } from "./placed-cards.js";

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
  drawMap(root);
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

for (const root of document.querySelectorAll("[data-map]")) {
  if (placedCards().length || position(root)) observer.observe(root);
  else root.hidden = true;
}
