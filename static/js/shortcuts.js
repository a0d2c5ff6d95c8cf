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

// On a list of follow-ups J and K move from one to the next; the keys of a line (data-key="d" on its
// buttons) act on the one that has the focus, and on none when none has it.
function moveTo(step) {
  const lines = [...document.querySelectorAll("[data-line]")];
  const here = lines.indexOf(document.activeElement.closest("[data-line]"));
  const next = lines[here < 0 ? 0 : here + step];
  next?.scrollIntoView({ block: "nearest" });
  next?.querySelector("a, button")?.focus();
  return Boolean(next);
}

function pressedInLine(key) {
  if (key === "j" || key === "k") return moveTo(key === "j" ? 1 : -1);
  const line = document.activeElement.closest("[data-line]");
  const button = line?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (button) sessionStorage.setItem(GO_ON, idAfter(line));
  button?.click();
  return Boolean(button);
}

// The page comes back without the line that was dealt with: one goes on with the next.
const GO_ON = "follow-up-to-go-on-with";

function idAfter(line) {
  const lines = [...document.querySelectorAll("[data-line]")];
  const here = lines.indexOf(line);
  return (lines[here + 1] ?? lines[here - 1])?.id ?? "";
}

const goOnWith = document.getElementById(sessionStorage.getItem(GO_ON) ?? "");
sessionStorage.removeItem(GO_ON);
goOnWith?.querySelector("a, button")?.focus();

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.(TYPING)) return;
  const key = event.key.toLowerCase();
  const wanted = document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
  if (wanted) {
    event.preventDefault();
    act(wanted);
  } else if (pressedInLine(key)) {
    event.preventDefault();
  }
});

// A link to a place in this page puts the caret there too.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-shortcut][href*='#']");
  const target = link?.pathname === location.pathname && document.querySelector(link.hash);
  if (!target) return;
  event.preventDefault();
  act(link);
});
