// One key for what is done most: data-shortcut="n" on a link or button, data-shortcut="/" on the search.
const TYPING = "input, textarea, select, [contenteditable]";

function focusIn(element) {
  element.scrollIntoView({ block: "center" });
  element.focus();
}

function act(element) {
  const inPage = element.hash && element.pathname === location.pathname && document.querySelector(element.hash);
  if (inPage) {
    focusIn(inPage.matches(TYPING) ? inPage : inPage.querySelector(TYPING) ?? inPage);
  } else if (element.matches(TYPING)) {
    focusIn(element);
  } else {
    element.click();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.(TYPING)) return;
  const key = CSS.escape(event.key.toLowerCase());
  const wanted = document.querySelector(`[data-shortcut="${key}"]`);
  if (!wanted) return;
  event.preventDefault();
  act(wanted);
});

// A link to a place in this page puts the caret there too.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-shortcut][href*='#']");
  const target = link?.pathname === location.pathname && document.querySelector(link.hash);
  if (!target) return;
  event.preventDefault();
  act(link);
});
