// Plain text to paragraphs, lists and links. Only text nodes and anchors are made.

import { el, srOnly } from "./dom.js";
import { texts } from "./texts.js";

const URL_PART = String.raw`https?:\/\/[^\s<>"]+|(?:[a-z0-9-]+\.)+(?:nl|org|com|eu)\b(?:\/[^\s<>"]*)?`;
const MAIL_PART = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const DIGITS_PART = String.raw`\+?\d[\d -]*\d`;
const CANDIDATE = new RegExp(`(?<mail>${MAIL_PART})|(?<url>${URL_PART})|(?<digits>${DIGITS_PART})`, "gi");

const PHONE = /^(?:0[89]00\d{4}(?:\d{3})?|0[1-9]\d{8}|\+31\d{9}|140\d{2,3})$/;
const SHORT_NUMBER = /^11[23]$/;
const CALL_BEFORE = /\b(?:bel|belt|bellen|nummer)\b[^.?!\d]{0,25}$/i;
const CALL_AFTER = /^\s+bel/i;

export function safeUrl(text) {
  try {
    const url = new URL(text);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function outsideLink(href, ...children) {
  const attributes = { class: "utrecht-link utrecht-link--html-a", href, target: "_blank", rel: "noopener noreferrer" };
  return el("a", attributes, ...children, srOnly(texts.newTab));
}

/** Full stops and brackets after an address belong to the sentence. */
function withoutTail(address) {
  let end = address.length;
  while (/[.,;:!?)'"»’]/.test(address[end - 1])) {
    if (address[end - 1] === ")" && address.slice(0, end).includes("(")) break;
    end -= 1;
  }
  return address.slice(0, end);
}

function urlLink(found) {
  const text = withoutTail(found);
  const href = safeUrl(text.startsWith("http") ? text : `https://${text}`);
  return href && { text, node: outsideLink(href, text) };
}

function isPhone(found, before, after, always) {
  const digits = found.replace(/[ -]/g, "");
  if (SHORT_NUMBER.test(digits)) return always || CALL_BEFORE.test(before) || CALL_AFTER.test(after);
  return PHONE.test(digits);
}

function plainLink(href, text) {
  return { text, node: el("a", { class: "utrecht-link utrecht-link--html-a", href }, text) };
}

function linkFor(match, line, always) {
  const { mail, url, digits } = match.groups;
  if (mail) {
    const address = withoutTail(mail);
    return plainLink(`mailto:${address}`, address);
  }
  if (url) return urlLink(url);
  const before = line.slice(0, match.index);
  const after = line.slice(match.index + digits.length);
  return isPhone(digits, before, after, always) ? plainLink(`tel:${digits.replace(/[ -]/g, "")}`, digits) : null;
}

/** The nodes of one line. shortNumbers: 112 and 113 are always phone numbers here. */
export function inline(line, { shortNumbers = false } = {}) {
  const nodes = [];
  let done = 0;
  for (const match of line.matchAll(CANDIDATE)) {
    const link = linkFor(match, line, shortNumbers);
    if (!link) continue;
    nodes.push(line.slice(done, match.index), link.node);
    done = match.index + link.text.length;
  }
  nodes.push(line.slice(done));
  return nodes.filter((node) => node !== "");
}

const isItem = (line) => /^\s*[-•]\s+/.test(line);

function list(lines, options) {
  const items = lines.map((line) => el("li", { class: "utrecht-unordered-list__item" }, ...inline(line.replace(/^\s*[-•]\s+/, ""), options)));
  return el("ul", { class: "utrecht-unordered-list" }, ...items);
}

function paragraph(lines, options) {
  const nodes = lines.flatMap((line, index) => [...(index ? [el("br")] : []), ...inline(line, options)]);
  return el("p", { class: "utrecht-paragraph" }, ...nodes);
}

/** Lines that belong together: all list items, or all plain. */
function runs(lines) {
  const grouped = [];
  for (const line of lines) {
    const last = grouped.at(-1);
    if (last && isItem(last[0]) === isItem(line)) last.push(line);
    else grouped.push([line]);
  }
  return grouped;
}

export function blocks(text, options = {}) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((block) => runs(block.split("\n")))
    .map((lines) => (isItem(lines[0]) ? list(lines, options) : paragraph(lines, options)));
}
