// After a form came back with errors the caret stands in the first field that has one.
function focusFirstError(root) {
  root.querySelector("[aria-invalid=true]")?.focus();
}

focusFirstError(document.querySelector("main"));
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.xhr?.status === 422) focusFirstError(event.detail.elt);
});
