// "Snel weg": nothing of the conversation stays on the screen, in this tab or on the server.

import { erase } from "./api.js";
import { isEmbedded, tell } from "./frame.js";
import { release } from "./receipt.js";
import { clear, load } from "./session.js";
import { stop } from "./speech.js";
import { texts } from "./texts.js";

const NEUTRAL_PAGE = "https://www.buienradar.nl/";
const TWICE_WITHIN_MS = 1_000;
const FRAME_PATIENCE_MS = 300;

export function leave() {
  const session = load();
  release();
  stop();
  document.body.replaceChildren();
  document.title = texts.neutralTitle;
  clear();
  if (session) erase(session, { leaving: true }).catch(() => {}); // the tab no longer knows the key either way
  if (isEmbedded) leaveFromFrame();
  else location.replace(NEUTRAL_PAGE);
}

/** widget.js takes the whole page away; in a frame that a school made by hand we try it ourselves. */
function leaveFromFrame() {
  tell("leave", { to: NEUTRAL_PAGE });
  setTimeout(() => window.top.location.replace(NEUTRAL_PAGE), FRAME_PATIENCE_MS);
}

/** Esc twice leaves; onFirst is called on the first press. */
export function watchEscape(onFirst) {
  let last = -Infinity;
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - last < TWICE_WITHIN_MS) leave();
    else onFirst();
    last = event.timeStamp;
  });
}
