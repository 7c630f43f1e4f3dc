// The cards that have a place on the map, in the order of the list.
export function position(element) {
  const { lat, lng } = element.dataset;
  return lat && lng ? [Number(lat), Number(lng)] : null;
}

export function placedCards() {
  return [...document.querySelectorAll("[data-number]")].filter(position);
}
