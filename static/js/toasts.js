// Toasts: each can be closed; what is only news goes by itself. An undo or an error stays.
const NEWS_STAYS = 8000; // milliseconds

function leave(toast) {
  if (toast.matches(":hover, :focus-within")) {
    setTimeout(leave, NEWS_STAYS, toast);
    return;
  }
  toast.remove();
}

function arm(toast) {
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => toast.remove());
  toast.append(close);
  const mustStay = toast.querySelector("form") || toast.classList.contains("error");
  if (!mustStay) setTimeout(leave, NEWS_STAYS, toast);
}

const region = document.querySelector("#toasts");
for (const toast of region.querySelectorAll("[data-toast]")) arm(toast);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node.matches?.("[data-toast]")) arm(node);
  }
}).observe(region, { childList: true });

function complain(words) {
  const toast = document.createElement("div");
  toast.className = "toast error";
  toast.dataset.toast = "";
  toast.textContent = words;
  region.append(toast);
}

document.addEventListener("htmx:sendError", () => {
  complain("Rapport did not answer. What you typed is still here: try again in a moment.");
});
document.addEventListener("htmx:responseError", () => {
  complain("That did not work, and nothing was changed. What you typed is still here.");
});
