// Copies the words of an element: <button data-copy="id of the element" data-copy-status="id of a
// role=status element">. Works for buttons that are put on the page later too.
async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const status = document.getElementById(button.dataset.copyStatus);
  if (!source || !status) return;
  const words = "value" in source ? source.value : source.innerText;
  try {
    await navigator.clipboard.writeText(words.trim());
    status.textContent = "Copied. You can paste it where you need it.";
  } catch {
    status.textContent = "It could not be copied. Select the words and copy them yourself.";
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(button);
});
