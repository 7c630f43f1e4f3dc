// Draws a map of the cards on the page, for map.js. Without tiles it shows the coast, from a file of
// our own: no third party hears where someone is.
import {
  circle,
  circleMarker,
  divIcon,
  geoJSON,
  latLngBounds,
  layerGroup,
  map as makeMap,
  marker,
  tileLayer,
} from "leaflet";

import { placedCards, position } from "./placed-cards.js";

const PIN_SIZE = 36;
const CLOSEST_ZOOM = 15;
const LONE_PLACE_ZOOM = 12;
const RINGS_KM = [1, 3, 10];

async function drawCoast(map, address) {
  const response = await fetch(address);
  if (!response.ok) return;
  const pane = map.createPane("coast");
  pane.style.zIndex = 150;
  geoJSON(await response.json(), {
    pane: "coast",
    interactive: false,
    style: { className: "wm-map__land", fillOpacity: 1, weight: 1 },
  }).addTo(map);
}

function drawGround(map, root) {
  if (root.dataset.tiles) {
    tileLayer(root.dataset.tiles, {
      attribution: root.dataset.attribution ?? "",
      maxZoom: 19,
    }).addTo(map);
  } else if (root.dataset.coast) {
    map.attributionControl.addAttribution("Coast: Natural Earth");
    // A map without its coast still shows where things lie to each other.
    drawCoast(map, root.dataset.coast).catch(() => {});
  }
}

// How far is that? Rings around the person's place say it without a street map.
function drawHome(layer, home) {
  for (const km of RINGS_KM) {
    const looks = { pane: "rings", className: "wm-map__ring", interactive: false };
    const ring = circle(home, { ...looks, radius: km * 1000 }).addTo(layer);
    const className = "wm-map__ring-words";
    const icon = divIcon({ className, html: `${km} km`, iconSize: [0, 0], iconAnchor: [24, 12] });
    const top = [ring.getBounds().getNorth(), home[1]];
    marker(top, { icon, pane: "ring-words", interactive: false, keyboard: false }).addTo(layer);
  }
  const you = { radius: 9, fillOpacity: 1, className: "wm-map__you", interactive: false };
  circleMarker(home, you).addTo(layer);
}

function choose(pin, card, isChosen) {
  pin?.getElement()?.classList.toggle("is-chosen", isChosen);
  card?.classList.toggle("is-chosen", isChosen);
}

function makePin(card) {
  const icon = divIcon({
    className: "wm-pin",
    html: `<span aria-hidden="true">${Number(card.dataset.number)}</span>`,
    iconSize: [PIN_SIZE, PIN_SIZE],
    iconAnchor: [0, PIN_SIZE],
  });
  // The list has a link to each thing already, for the keyboard and for screen readers.
  const pin = marker(position(card), { icon, title: card.dataset.title, keyboard: false });
  const goToCard = () => {
    card.scrollIntoView({ block: "center" });
    card.querySelector("a")?.focus({ preventScroll: true });
  };
  pin.on("click", goToCard);
  pin.on("add", () => {
    const element = pin.getElement();
    element.setAttribute("aria-hidden", "true");
    element.addEventListener("mouseenter", () => choose(pin, card, true));
    element.addEventListener("mouseleave", () => choose(pin, card, false));
  });
  return pin;
}

// Cards may be swapped for others while the map stays, so the page is listened to, not the cards.
function followCards(pins) {
  let last = {};
  const follow = ({ target }) => {
    const card = target.closest("[data-number]");
    if (card === last.card || target.closest(".wm-map")) return;
    choose(last.pin, last.card, false);
    last = { card, pin: pins.get(card?.dataset.number) };
    choose(last.pin, card, Boolean(last.pin));
  };
  document.addEventListener("mouseover", follow);
  document.addEventListener("focusin", follow);
}

function lookAt(map, places) {
  if (places.length === 1) map.setView(places[0], LONE_PLACE_ZOOM);
  else map.fitBounds(latLngBounds(places), { padding: [40, 40], maxZoom: CLOSEST_ZOOM });
}

// Answers with what draws the cards again after they have changed.
export function drawMap(root) {
  const canvas = document.createElement("div");
  canvas.className = "wm-map__canvas";
  root.replaceChildren(canvas);
  // A wheel over the map scrolls the page; the map's own buttons zoom.
  const map = makeMap(canvas, { scrollWheelZoom: false, zoomAnimation: false, fadeAnimation: false });
  map.attributionControl.setPrefix("");
  map.createPane("rings").style.zIndex = 250;
  map.createPane("ring-words").style.zIndex = 260;
  const drawn = layerGroup().addTo(map);
  const pins = new Map();

  function refresh() {
    const cards = placedCards();
    const home = position(root);
    drawn.clearLayers();
    pins.clear();
    lookAt(map, [...cards.map(position), ...(home ? [home] : [])]);
    if (home) drawHome(drawn, home);
    for (const card of cards) pins.set(card.dataset.number, makePin(card).addTo(drawn));
  }

  refresh();
  drawGround(map, root);
  followCards(pins);
  return refresh;
}
