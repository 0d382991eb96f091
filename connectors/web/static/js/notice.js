// One notice above the text box: what went wrong and how to go on.

import { byId, el } from "./dom.js";
import { texts } from "./texts.js";

const box = byId("notice");
let ticking;

export function hide() {
  clearInterval(ticking);
  box.replaceChildren();
}

/** retry: what "Probeer opnieuw" does. */
export function show(text, { level = "error", retry = null } = {}) {
  hide();
  const content = el("p", { class: "utrecht-paragraph" }, text);
  const alert = el("div", { class: `utrecht-alert utrecht-alert--${level}` }, content);
  if (retry) alert.append(retryButton(retry));
  box.append(alert);
  return alert;
}

function retryButton(retry) {
  return el("button", { class: "utrecht-button utrecht-button--secondary-action", type: "button", onclick: retry }, texts.retry);
}

/** Counts down for the eye; a screen reader hears the sentence once and later that it is over. */
export function countDown(text, seconds, done) {
  const clock = el("span", { "aria-hidden": "true" }, texts.secondsLeft(seconds));
  show(text, { level: "warning" }).append(clock);
  const until = Date.now() + seconds * 1_000;
  ticking = setInterval(() => {
    const left = Math.ceil((until - Date.now()) / 1_000);
    clock.textContent = texts.secondsLeft(left);
    if (left > 0) return;
    hide();
    done();
  }, 250);
}
