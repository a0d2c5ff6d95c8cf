// The underlined copy behind the letter follows what is typed. It loses its underlines until the
// verdict comes back with new ones; better none than wrong ones.
document.addEventListener("input", (event) => {
  const letter = event.target;
  if (!letter.matches("textarea.letter")) return;
  const backdrop = letter.parentElement.querySelector(".backdrop");
  if (backdrop && backdrop.textContent !== letter.value) backdrop.textContent = letter.value;
});

// What is chosen beside the letter is what it goes out as; the verdict follows at once.
document.addEventListener("change", (event) => {
  const form = document.querySelector("#letter-form");
  if (!form || !event.target.matches(".studio select:is([name=channel], [name=purpose])")) return;
  form.elements[event.target.name].value = event.target.value;
  form.elements.body.dispatchEvent(new Event("judge"));
});

// Drafting again replaces the letter: ask before words of the person's own are gone.
document.addEventListener(
  "submit",
  (event) => {
    const letter = document.querySelector("#id_body");
    const isOwn = letter?.value.trim() && letter.value !== letter.defaultValue;
    if (!isOwn || event.target.id === "letter-form" || !event.target.closest(".studio")) return;
    if (window.confirm("This replaces what you typed in the letter. Go on?")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  { capture: true },
);
