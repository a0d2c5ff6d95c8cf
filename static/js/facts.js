// A fact and the words that rest on it light up together: point at either, put the focus on the
// fact, or the caret into the words. The server says which belong together (data-facts).
const factsOf = (mark) => (mark.dataset.facts || "").split(" ").filter(Boolean);

function light(studio, marks, facts) {
  for (const lit of studio.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const one of [...marks, ...facts]) one.classList.add("lit");
}

function lightFact(fact) {
  const studio = fact.closest(".studio");
  const marks = [...studio.querySelectorAll(".backdrop mark")];
  light(studio, marks.filter((mark) => factsOf(mark).includes(fact.dataset.fact)), []);
}

function lightMark(studio, mark) {
  const ids = mark ? factsOf(mark) : [];
  const facts = [...studio.querySelectorAll("[data-fact]")];
  light(studio, mark ? [mark] : [], facts.filter((fact) => ids.includes(fact.dataset.fact)));
}

function markAtCaret(letter) {
  let end = 0;
  for (const node of letter.parentElement.querySelector(".backdrop").childNodes) {
    end += node.textContent.length;
    if (letter.selectionStart <= end) return node.nodeName === "MARK" ? node : null;
  }
  return null;
}

// The marks lie behind the text area, which takes the pointer: look where they are drawn.
function markAtPointer(letter, { clientX, clientY }) {
  const holds = (box) => clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
  const marks = [...letter.parentElement.querySelectorAll(".backdrop mark")];
  return marks.find((mark) => [...mark.getClientRects()].some(holds)) ?? null;
}

const isLetter = (element) => element?.matches?.(".letter-editor > textarea");

document.addEventListener("selectionchange", () => {
  const letter = document.activeElement;
  if (isLetter(letter)) lightMark(letter.closest(".studio"), markAtCaret(letter));
});
document.addEventListener("pointermove", (event) => {
  if (isLetter(event.target)) lightMark(event.target.closest(".studio"), markAtPointer(event.target, event));
});
for (const [enters, leaves] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(enters, (event) => {
    const fact = event.target.closest?.("[data-fact]");
    if (fact) lightFact(fact);
  });
  document.addEventListener(leaves, (event) => {
    const one = isLetter(event.target) ? event.target : event.target.closest?.("[data-fact]");
    if (one) light(one.closest(".studio"), [], []);
  });
}
