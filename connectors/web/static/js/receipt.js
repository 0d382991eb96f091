// The card with the code of a report: shown once, so the reporter ticks that it is written down.

import { el, icon } from "./dom.js";
import { texts } from "./texts.js";

const warn = (event) => event.preventDefault();

/** Is there a code in here that has not been written down yet? */
export function holdsPending(node) {
  return node.querySelector("[data-receipt]:not([data-kept])") !== null;
}

/** The browser asks before the page closes, as long as a code is not written down. */
export function guard() {
  window.removeEventListener("beforeunload", warn);
  if (holdsPending(document)) window.addEventListener("beforeunload", warn);
}

export function release() {
  window.removeEventListener("beforeunload", warn);
}

async function copy(code, said) {
  said.textContent = await navigator.clipboard.writeText(code).then(
    () => texts.receiptCopied,
    () => texts.receiptCopyFailed,
  );
}

export function card(code) {
  const said = el("p", { class: "receipt__said", role: "status" });
  const check = el("input", { type: "checkbox", class: "utrecht-checkbox" });
  const copyButton = el("button", { class: "utrecht-button utrecht-button--secondary-action", type: "button" }, icon("copy"), texts.receiptCopy);
  const section = el(
    "div",
    { class: "receipt", "data-receipt": true },
    el("h2", { class: "utrecht-heading-2" }, texts.receiptTitle),
    el("p", { class: "receipt__code" }, code),
    el("p", { class: "utrecht-paragraph" }, texts.receiptWhy),
    el("div", {}, copyButton),
    el("label", { class: "utrecht-form-label utrecht-form-label--checkbox receipt__check" }, check, texts.receiptKept),
    said,
  );
  copyButton.addEventListener("click", () => copy(code, said));
  check.addEventListener("change", () => {
    section.toggleAttribute("data-kept", check.checked);
    said.textContent = check.checked ? texts.receiptDone : "";
    guard();
  });
  return section;
}
