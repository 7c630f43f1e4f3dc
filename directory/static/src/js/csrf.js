// The token that a posted form must carry, from the page's meta tag or from a form already there.
export function csrfToken() {
  const meta = document.querySelector('meta[name="csrf-token"]');
  if (meta) return meta.content;
  return document.querySelector('input[name="csrf_token"]')?.value ?? "";
}
