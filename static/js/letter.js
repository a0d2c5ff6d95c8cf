// The underlined copy behind the letter follows what is typed. It loses its underlines until the
// verdict comes back with new ones; better none than wrong ones.
document.addEventListener("input", (event) => {
  const letter = event.target;
  if (!letter.matches("textarea.letter")) return;
  const backdrop = letter.parentElement.querySelector(".backdrop");
  if (backdrop && backdrop.textContent !== letter.value) backdrop.textContent = letter.value;
});
