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

// On the document, so that what a script puts on the page later works too.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// A choice that should take effect at once sends its form; without scripts its button does.
document.addEventListener("change", (event) => {
  const control = event.target.closest("[data-submit-on-change]");
  if (control) control.form.requestSubmit();
});

// Most pages never need htmx. Its settings are in the page's <meta name="htmx-config">.
if (document.querySelector("[hx-get], [hx-post]")) import("htmx.org");
