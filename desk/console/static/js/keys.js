// Single keys, which can be switched off: they may be in the way of who speaks to the computer.

const SETTING = "wijzer-keys";
const ACTS = {
  p: () => location.assign("/inbox"),
  "/": () => search(),
  j: () => step(1),
  k: () => step(-1),
  a: () => document.querySelector("#answer textarea")?.focus(),
  n: () => document.getElementById("note")?.focus(),
  "?": () => document.getElementById("keys").showModal(),
};

export function listenForKeys() {
  const open = document.getElementById("keys-open");
  const on = document.getElementById("keys-on");
  open.hidden = false;
  open.addEventListener("click", ACTS["?"]);
  on.checked = localStorage.getItem(SETTING) !== "off";
  on.addEventListener("change", () => localStorage.setItem(SETTING, on.checked ? "on" : "off"));
  addEventListener("keydown", (event) => {
    const act = Object.hasOwn(ACTS, event.key) ? ACTS[event.key] : null;
    if (!act || !on.checked || event.ctrlKey || event.altKey || event.metaKey || isBusy(event.target)) return;
    event.preventDefault();
    act();
  });
}

function isBusy(target) {
  return target.closest("input, textarea, select, dialog[open], [contenteditable]") !== null;
}

function search() {
  const field = document.getElementById("words");
  if (field) field.focus();
  else location.assign("/cases#words");
}

function step(by) {
  const links = [...document.querySelectorAll(".item__link")];
  if (!links.length) return;
  const now = links.indexOf(document.activeElement);
  const next = now < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(now + by, 0), links.length - 1);
  links[next].focus();
}
