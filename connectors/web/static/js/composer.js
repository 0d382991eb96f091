// The text box: Enter sends, Shift+Enter is a new line, a counter near the limit. What was typed is never lost.

import { byId } from "./dom.js";
import { texts } from "./texts.js";

const LIMIT = 2000;
const COUNT_FROM = 1800;

const form = byId("composer");
const box = byId("text");
const button = byId("send");
const count = byId("count");

let held = false;

const length = () => [...box.value.trim()].length;

function showCount() {
  const left = LIMIT - length();
  count.hidden = LIMIT - left < COUNT_FROM;
  count.textContent = texts.charactersLeft(left);
  box.toggleAttribute("aria-invalid", false);
  if (left < 0) box.setAttribute("aria-invalid", "true");
}

/** Sending is off for now; typing goes on. */
export function hold(on) {
  held = on;
  button.setAttribute("aria-disabled", String(on));
}

export const isHeld = () => held;

export function take() {
  const text = box.value.trim();
  box.value = "";
  showCount();
  return text;
}

/** Puts back what could not be sent, before what was typed since. */
export function giveBack(text) {
  box.value = [text, box.value].filter(Boolean).join("\n");
  showCount();
}

export function focus() {
  box.focus();
}

export function submit() {
  form.requestSubmit();
}

/** onSend() is called when there is a text that may go; say(text) tells why it may not. */
export function connect(onSend, say) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const size = length();
    if (size > LIMIT) say(texts.charactersLeft(LIMIT - size));
    else if (held) say(texts.busy);
    else if (size) onSend();
  });
  box.addEventListener("input", showCount);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
}
