// Tell the server the browser's time zone: once while it knows none, and with the set-up form.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const field of document.querySelectorAll("input[type=hidden][name=time_zone]")) {
  field.value ||= zone ?? "";
}

const { timeZoneUnknown: url } = document.body.dataset;
if (url && zone) {
  const headers = JSON.parse(document.body.getAttribute("hx-headers"));
  fetch(url, { method: "POST", headers, body: new URLSearchParams({ time_zone: zone }) })
    .catch(() => {}); // the next page asks again
}
