// Coming back with the code. The code stays in this variable only: not in storage, not in the address.

import * as api from "./api.js";
import { byId, el } from "./dom.js";
import { connect as connectLeave } from "./leave.js";
import * as notice from "./notice.js";
import { report as texts } from "./report-texts.js";

let code = null;
let busy = false;

const day = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const inWords = (date) => day.format(new Date(`${date}T00:00:00Z`));

function message({ from, text, at }) {
  return el(
    "li",
    { class: `report__message report__message--${from}` },
    el("p", { class: "report__who" }, `${texts.who[from]}, ${inWords(at)}`),
    el("p", { class: "report__text" }, text),
  );
}

function show(report) {
  byId("standing").textContent = texts.status[report.status];
  byId("steps").replaceChildren(
    ...report.history.map(({ status, on }) => el("li", { class: "utrecht-unordered-list__item" }, `${inWords(on)}: ${texts.steps[status]}`)),
  );
  byId("messages").replaceChildren(...report.messages.map(message));
  byId("no-messages").hidden = report.messages.length > 0;
  byId("open").hidden = true;
  byId("shown").hidden = false;
}

/** Forgets the code and everything on the page. */
function close(said = "") {
  code = null;
  for (const id of ["steps", "messages"]) byId(id).replaceChildren();
  byId("standing").textContent = "";
  for (const id of ["code", "text"]) byId(id).value = "";
  byId("shown").hidden = true;
  byId("open").hidden = false;
  if (said) notice.show(said, { level: "info" });
  byId("code").focus();
}

/** One thing at a time; what went wrong is said with the server's own sentence. */
async function doing(work, retry) {
  if (busy) return;
  busy = true;
  notice.hide();
  byId("status").textContent = texts.busy;
  try {
    await work();
  } catch (error) {
    if (error.status === 429 && error.retryAfter) notice.countDown(error.message, error.retryAfter, () => {});
    else notice.show(error.message || texts.unreachable, { retry: (error.status === 0 || error.status >= 500) && retry });
  } finally {
    busy = false;
    byId("status").textContent = "";
  }
}

async function read() {
  show(await api.report(code));
  byId("shown").focus();
}

function open() {
  code = byId("code").value;
  if (code.replace(/[\s.-]/g, "").length !== 16) return notice.show(texts.noCode);
  doing(read, open);
}

function reply() {
  const text = byId("text").value;
  if (!text.trim()) return notice.show(texts.empty);
  doing(async () => {
    await api.writeBack(code, text);
    byId("text").value = "";
    show(await api.report(code));
    notice.show(texts.sent, { level: "info" });
  }, null);
}

function withdraw() {
  doing(async () => {
    await api.withdraw(code);
    close(texts.withdrawn);
  }, withdraw);
}

const dialog = byId("withdraw-dialog");
const submitted = (act) => (event) => {
  event.preventDefault();
  act();
};

byId("open").hidden = false;
byId("open").addEventListener("submit", submitted(open));
byId("reply").addEventListener("submit", submitted(reply));
byId("done").addEventListener("click", () => close(texts.closed));
byId("withdraw").addEventListener("click", () => {
  dialog.returnValue = "";
  dialog.showModal();
});
dialog.addEventListener("close", () => dialog.returnValue === "withdraw" && withdraw());
connectLeave(() => {});
// Nothing is left for who presses the browser's back button.
window.addEventListener("pagehide", () => close());
