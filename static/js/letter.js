// The underlined copy behind the letter follows what is typed. It loses its underlines until the
// verdict comes back with new ones; better none than wrong ones.
document.addEventListener("input", (event) => {
  const letter = event.target;
  if (!letter.matches(".letter-editor > textarea")) return;
  const backdrop = letter.parentElement.querySelector(".backdrop");
  if (backdrop && backdrop.textContent !== letter.value) backdrop.textContent = letter.value;
});

// A form beside the letter takes the letter along, so that nothing typed is lost on the way.
document.addEventListener("formdata", (event) => {
  const letter = document.querySelector("#letter-form");
  if (!letter || !event.target.matches("[data-with-letter]")) return;
  const own = new Set(event.formData.keys());
  for (const [name, value] of new FormData(letter)) if (!own.has(name)) event.formData.append(name, value);
});

// When the button that was pressed is gone with what it was about, the keyboard goes on at the verdict.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "studio" && document.activeElement === document.body) {
    event.target.querySelector("#verdict").focus({ preventScroll: true });
  }
});
