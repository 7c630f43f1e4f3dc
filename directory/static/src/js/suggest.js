// Suggestions as you type, after the ARIA 1.2 combobox pattern. What is typed is posted, never put
// in an address, and never kept. Without scripts the box is an ordinary search box.
//   <div class="wm-suggest" data-suggest-url="…"><input …></div>
// The answer is JSON: {"suggestions": [{"label": "…", "note": "…", "url": "…"}]}; note and url may
// be empty. With a url, choosing goes there; without, choosing fills the box.
import { csrfToken } from "./csrf.js";

const PAUSE_MS = 150;
const LEAST_LETTERS = 2;

class Suggest {
  constructor(root) {
    this.url = root.dataset.suggestUrl;
    this.input = root.querySelector("input");
    this.list = this.makeList(root);
    this.status = this.makeStatus(root);
    this.chosen = -1;
    this.found = [];
    this.describeInput();
    this.input.addEventListener("input", () => this.waitThenAsk());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.close());
    // Pressing on an option must not take the focus away before the click counts.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.take([...this.list.children].indexOf(option));
    });
  }

  makeList(root) {
    const list = document.createElement("ul");
    list.id = `${this.input.id}-suggestions`;
    list.className = "wm-suggest__list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    list.hidden = true;
    root.append(list);
    return list;
  }

  makeStatus(root) {
    const status = document.createElement("div");
    status.className = "govuk-visually-hidden";
    status.setAttribute("role", "status");
    root.append(status);
    return status;
  }

  describeInput() {
    const states = {
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    };
    for (const [name, value] of Object.entries(states)) this.input.setAttribute(name, value);
  }

  waitThenAsk() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    const words = this.input.value.trim();
    if (words.length < LEAST_LETTERS) {
      this.close();
      return;
    }
    this.waiting = setTimeout(() => this.ask(words), PAUSE_MS);
  }

  async ask(words) {
    this.asking = new AbortController();
    try {
      const response = await fetch(this.url, {
        method: "POST",
        headers: { "X-CSRFToken": csrfToken() },
        body: new URLSearchParams({ q: words }),
        signal: this.asking.signal,
        cache: "no-store",
      });
      if (!response.ok) throw new Error(String(response.status));
      const { suggestions } = await response.json();
      this.open(suggestions);
    } catch {
      // Suggestions are a nicety: the search button still works.
      this.close();
    }
  }

  open(suggestions) {
    if (document.activeElement !== this.input) return;
    this.found = suggestions;
    this.chosen = -1;
    this.list.replaceChildren(...suggestions.map((each, place) => this.makeOption(each, place)));
    this.list.hidden = suggestions.length === 0;
    this.input.setAttribute("aria-expanded", String(suggestions.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    const many = suggestions.length === 1 ? "1 suggestion." : `${suggestions.length} suggestions.`;
    this.status.textContent = suggestions.length ? `${many} Use the up and down arrows.` : "No suggestions.";
  }

  makeOption({ label, note }, place) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${place}`;
    option.className = "wm-suggest__option";
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = label;
    if (note) {
      const small = document.createElement("span");
      small.className = "wm-suggest__note";
      small.textContent = note;
      option.append(" ", small);
    }
    return option;
  }

  close() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.list.hidden = true;
    this.chosen = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
  }

  onKey(event) {
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
    if (this.list.hidden) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      this.move(steps[event.key]);
    }
    if (event.key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      this.take(this.chosen);
    }
  }

  move(step) {
    const options = [...this.list.children];
    const from = this.chosen < 0 && step < 0 ? 0 : this.chosen;
    this.chosen = (from + step + options.length) % options.length;
    for (const [place, option] of options.entries()) {
      option.setAttribute("aria-selected", String(place === this.chosen));
    }
    options[this.chosen].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[this.chosen].id);
  }

  take(place) {
    const { label, url } = this.found[place];
    this.close();
    if (url) window.location.assign(url);
    else this.input.value = label;
  }
}

for (const root of document.querySelectorAll("[data-suggest-url]")) new Suggest(root);
