// One message of the chat API as a list item.

import { el } from "./dom.js";
import { thumbs } from "./feedback.js";
import { group } from "./quickreplies.js";
import { card } from "./receipt.js";
import { blocks, outsideLink, safeUrl } from "./richtext.js";
import { readButton } from "./speech.js";
import { texts } from "./texts.js";

/** "2023-02" becomes "februari 2023"; a year stays a year. */
function asOf(date) {
  const [year, month] = date.split("-").map(Number);
  if (!month) return String(year);
  return new Intl.DateTimeFormat("nl-NL", { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, month - 1));
}

function sourceLine({ title, url, as_of: date }) {
  const href = url && safeUrl(url);
  return el("p", { class: "message__source" }, texts.source, href ? outsideLink(href, title) : title, date ? `, ${asOf(date)}` : "");
}

function bubble(message) {
  const crisis = message.kind === "crisis";
  return el("div", { class: "message__bubble" }, ...blocks(message.text, { shortNumbers: crisis }), ...(message.source ? [sourceLine(message.source)] : []));
}

function tools(message, { give, say }) {
  const rating = message.article && message.kind !== "crisis" ? thumbs((helpful) => give(message, helpful), say) : [];
  // Not read out with the message: a screen reader finds these by walking on.
  return el("div", { class: "tools", "aria-live": "off" }, readButton(message.text), ...rating);
}

/** on: choose(node, button), give(message, helpful), say(text). */
export function item(message, on) {
  const fromUser = message.from === "user";
  const kind = message.kind === "crisis" ? " message--crisis" : "";
  return el(
    "li",
    { class: `message message--${message.from}${kind}` },
    el("p", { class: "message__who" }, texts.who[message.from]),
    bubble(message),
    ...(message.receipt ? [card(message.receipt)] : []),
    ...(message.buttons?.length ? [group(message, on.choose)] : []),
    ...(fromUser ? [] : [tools(message, on)]),
  );
}
