// Where the caret stands in an underlined word, the facts behind that word light up.
// (The other way, from a fact to its words, is CSS.)
function markAt(backdrop, offset) {
  let end = 0;
  for (const node of backdrop.childNodes) {
    end += node.textContent.length;
    if (offset <= end) return node.nodeName === "MARK" ? node : null;
  }
  return null;
}

function light(letter) {
  const studio = letter.closest(".studio");
  const backdrop = studio?.querySelector(".backdrop");
  if (!backdrop) return;
  const mark = document.activeElement === letter ? markAt(backdrop, letter.selectionStart) : null;
  for (const lit of studio.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!mark) return;
  mark.classList.add("lit");
  for (const fact of studio.querySelectorAll(`.fact.${mark.className.split(" ")[0]}`)) fact.classList.add("lit");
}

document.addEventListener("selectionchange", () => {
  if (document.activeElement?.matches("textarea.letter")) light(document.activeElement);
});
document.addEventListener("focusout", (event) => {
  if (event.target.matches("textarea.letter")) light(event.target);
});
