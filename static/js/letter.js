const letterForm = () => document.querySelector("#letter-form");

// The underlined copy behind the letter follows what is typed. It loses its underlines until the
// verdict comes back with new ones; better none than wrong ones.
document.addEventListener("input", (event) => {
  const letter = event.target;
  if (!letter.matches(".letter-editor > textarea")) return;
  const backdrop = letter.parentElement.querySelector(".backdrop");
  if (backdrop && backdrop.textContent !== letter.value) backdrop.textContent = letter.value;
});

// Fields beside the letter belong to its form, which has several buttons: Enter presses theirs.
document.addEventListener("keydown", (event) => {
  const button = event.key === "Enter" && !event.isComposing && event.target.dataset?.enter;
  if (!button) return;
  event.preventDefault();
  document.querySelector(button).click();
});

// Another channel, purpose or tone asks for another draft: at once while the letter is as it was
// drafted. One that was written by hand is kept, and judged for what is chosen now.
const STILL_CHOOSING = 200; // milliseconds: arrow keys pass by what lies between
let choosing;

function draftAgain(button) {
  const { body, drafted, subject } = letterForm().elements;
  if (body.value === drafted.value && subject.value === subject.defaultValue) {
    button.click();
    return;
  }
  document.querySelector("#letter-kept").textContent = "Your letter is kept as you wrote it.";
  body.dispatchEvent(new Event("judge"));
}

document.addEventListener("change", (event) => {
  const choices = event.target.closest("[data-redrafts]");
  if (!choices) return;
  clearTimeout(choosing);
  choosing = setTimeout(() => draftAgain(document.querySelector(choices.dataset.redrafts)), STILL_CHOOSING);
});

// A button that is pressed meanwhile has taken the choice along: to draft once more after it would
// replace the page with what it says of the letter.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.matches("button")) clearTimeout(choosing);
});

// A verdict on words that were changed or drafted anew meanwhile is none on these.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { elt, parameters } = event.detail.requestConfig;
  if (!elt.matches(".letter-editor > textarea")) return;
  event.detail.shouldSwap &&= parameters.get("body") === letterForm()?.elements.body.value;
});

// When the button that was pressed is gone with what it was about, the keyboard goes on at the verdict.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "studio" && document.activeElement === document.body) {
    event.target.querySelector("#verdict").focus({ preventScroll: true });
  }
});

// A sign-in may come between a button and what it does, or a refusal. The letter waits in this tab
// for a page on which the same person is written to; any other page means that it is settled.
const WAITING = "letter";
const LETTER = ["channel", "purpose", "subject", "body"];

function keepLetter(form, sentTo) {
  const fields = Object.fromEntries([...new FormData(form)].filter(([name]) => LETTER.includes(name)));
  sessionStorage.setItem(WAITING, JSON.stringify({ to: form.getAttribute("action"), sentTo, fields }));
}

function returnLetter() {
  const form = letterForm();
  const waiting = JSON.parse(sessionStorage.getItem(WAITING));
  if (!waiting || (!form && location.pathname === waiting.sentTo)) return;
  sessionStorage.removeItem(WAITING);
  const body = form?.elements.body;
  const isDraft = body && body.value === body.defaultValue && body.value !== waiting.fields.body;
  if (!isDraft || form.getAttribute("action") !== waiting.to) return;
  for (const [name, value] of Object.entries(waiting.fields)) if (form.elements[name]) form.elements[name].value = value;
  body.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form === letterForm()) keepLetter(form, event.submitter?.getAttribute("formaction") ?? form.getAttribute("action"));
});
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.getResponseHeader("HX-Redirect") && letterForm()) keepLetter(letterForm(), "");
});
document.addEventListener("DOMContentLoaded", returnLetter); // once htmx listens to the letter
