// The conversation on the page: adds messages, keeps the reader's place, tells that something is going on.

import { byId } from "./dom.js";
import { item } from "./message.js";
import { closeEarlier } from "./quickreplies.js";
import { guard, holdsPending } from "./receipt.js";
import { texts } from "./texts.js";

const THINKING_AFTER_MS = 400;

const log = byId("log");
const list = byId("messages");
const typing = byId("typing");
const newBelow = byId("new");
const end = byId("end");

let known = new Set();
let newest = null;
let atBottom = true;
let typingTimer;

new IntersectionObserver(([entry]) => {
  atBottom = entry.isIntersecting;
  if (atBottom) newBelow.hidden = true;
}).observe(end);

newBelow.addEventListener("click", () => {
  scrollToEnd();
  byId("text").focus();
});

export function say(text) {
  byId("status").textContent = text;
}

export const newestId = () => newest;

function scrollToEnd() {
  end.scrollIntoView({ block: "end" });
  atBottom = true;
}

/** What does not fit is read from its start. */
function follow(nodes) {
  const height = nodes.at(-1).getBoundingClientRect().bottom - nodes[0].getBoundingClientRect().top;
  if (height > byId("scroll").clientHeight * 0.9) nodes[0].scrollIntoView({ block: "start" });
  else scrollToEnd();
}

function remember(id) {
  known.add(id);
  if (newest === null || id > newest) newest = id;
}

/** Shows messages that are not on the page yet. Moves the view only for who is at the bottom, or just sent this. */
export function add(messages, on) {
  const fresh = messages.filter((message) => !message.id || !known.has(message.id));
  if (!fresh.length) return;
  const wasAtBottom = atBottom;
  const nodes = fresh.map((message) => item(message, on));
  list.append(...nodes);
  for (const { id } of fresh) if (id) remember(id);
  if (fresh.some((message) => message.from === "counsellor")) byId("human").hidden = false;
  guard();
  if (wasAtBottom || fresh[0].from === "user") follow(nodes);
  else newBelow.hidden = false;
  return nodes;
}

/** After a reload: the screen reader does not read everything again. */
export function restore(messages, on) {
  log.setAttribute("aria-live", "off");
  const asked = messages.findLastIndex((message) => message.from === "user") + 1;
  add(messages.slice(0, asked), on);
  closeQuestions();
  add(messages.slice(asked), on);
  scrollToEnd();
  setTimeout(() => log.removeAttribute("aria-live"), 1_000);
}

/** The questions so far have been answered or passed by. */
export function closeQuestions() {
  closeEarlier(list);
}

/** keepReceipt: a code that was not written down yet stays to be read. */
export function empty({ keepReceipt = false } = {}) {
  list.replaceChildren(...[...list.children].filter((node) => keepReceipt && holdsPending(node)));
  known = new Set();
  newest = null;
  newBelow.hidden = true;
  byId("human").hidden = true;
  guard();
}

export function thinking(busy) {
  clearTimeout(typingTimer);
  if (!busy) {
    typing.hidden = true;
    say("");
    return;
  }
  typingTimer = setTimeout(() => {
    typing.hidden = false;
    say(texts.thinking);
    if (atBottom) scrollToEnd();
  }, THINKING_AFTER_MS);
}
