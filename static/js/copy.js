// Copy buttons: <button data-copy="#letter" data-open="https://…">. First the copy, then the new
// tab: a page that has lost the focus may not write to the clipboard.
const SAID_FOR = 2500; // milliseconds

function textOf(element) {
  return "value" in element ? element.value : element.innerText.trim();
}

function say(button, words) {
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  button.textContent = words;
  clearTimeout(button.timer);
  button.timer = setTimeout(() => { button.textContent = label; }, SAID_FOR);
  announce(words);
}

function announce(words) {
  let region = document.querySelector("#copy-said");
  if (!region) {
    region = document.createElement("div");
    region.id = "copy-said";
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = words;
}

// Over plain HTTP a browser offers no clipboard: select the text, so that a key does it.
function selectText(element) {
  if (element.select) {
    element.focus();
    element.select();
    return;
  }
  getSelection().selectAllChildren(element);
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  const source = button && document.querySelector(button.dataset.copy);
  if (!source) return;
  const written = navigator.clipboard?.writeText(textOf(source));
  if (!written) {
    selectText(source);
    say(button, "Selected: press Ctrl or ⌘ and C");
    return;
  }
  try {
    await written;
    say(button, "Copied");
    if (button.dataset.open) window.open(button.dataset.open, "_blank", "noopener");
  } catch {
    selectText(source);
    say(button, "Selected: press Ctrl or ⌘ and C");
  }
});
