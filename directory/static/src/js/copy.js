// Copies the words of an element: <button data-copy="id of the element" data-copy-status="id of a
// role=status element">. The button is hidden where the browser cannot copy.
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const status = document.getElementById(button.dataset.copyStatus);
  if (!navigator.clipboard || !source || !status) {
    button.hidden = true;
    continue;
  }
  button.addEventListener("click", async () => {
    const words = "value" in source ? source.value : source.innerText;
    try {
      await navigator.clipboard.writeText(words.trim());
      status.textContent = "Copied. You can paste it where you need it.";
    } catch {
      status.textContent = "It could not be copied. Select the words and copy them yourself.";
    }
  });
}
