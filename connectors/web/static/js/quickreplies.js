// Buttons under a message. A used one stays readable but does nothing any more.

import { el, icon, srOnly } from "./dom.js";
import { safeUrl } from "./richtext.js";
import { texts } from "./texts.js";

// Here one choice settles the question; under an answer the other buttons stay useful.
const ONE_CHOICE = new Set(["choices", "report", "handover"]);

const isInert = (button) => button.getAttribute("aria-disabled") === "true";
const makeInert = (button) => button.setAttribute("aria-disabled", "true");

function siteButton(button, href) {
  const attributes = { class: "utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action chip", href, target: "_blank", rel: "noopener noreferrer" };
  return el("a", attributes, button.title, icon("away"), srOnly(texts.newTab));
}

function replyButton(button, choose) {
  const node = el("button", { class: "utrecht-button utrecht-button--secondary-action chip", type: "button", "data-reply": true }, button.title);
  node.addEventListener("click", () => !isInert(node) && choose(node, button));
  return node;
}

/** Marks what was chosen, once it was sent. */
export function markChosen(node) {
  node.classList.add("chip--chosen");
  node.append(srOnly(texts.chosen));
  makeInert(node);
}

/** Questions that were passed by: their buttons no longer fit. */
export function closeEarlier(list) {
  for (const node of list.querySelectorAll("[data-one-choice] [data-reply]")) makeInert(node);
}

/** choose(node, button) is called for a button that goes to the assistant. */
export function group(message, choose) {
  const nodes = message.buttons.map((button) => {
    const href = button.url && safeUrl(button.url);
    return href ? siteButton(button, href) : replyButton(button, choose);
  });
  return el("div", { class: "utrecht-button-group message__buttons", "data-one-choice": ONE_CHOICE.has(message.kind) }, ...nodes);
}
