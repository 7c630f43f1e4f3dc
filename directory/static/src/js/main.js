// On every page: govuk-frontend's behaviour, the quick exit, and htmx where a page asks for it.
import { Button, CharacterCount, Checkboxes, createAll, ErrorSummary, Radios, SkipLink } from "govuk-frontend";

import { drawCount } from "./kept-list.js";
import { offerQuickExit } from "./quick-exit.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, Radios, SkipLink]) {
  createAll(component);
}
offerQuickExit();
drawCount();

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

// A choice that should take effect at once sends its form; without scripts its button does.
for (const control of document.querySelectorAll("[data-submit-on-change]")) {
  control.addEventListener("change", () => control.form.requestSubmit());
}

// Most pages never need htmx. Its settings are in the page's <meta name="htmx-config">.
if (document.querySelector("[hx-get], [hx-post]")) import("htmx.org");
