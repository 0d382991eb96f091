// "Snel weg": nothing of the conversation stays on the screen, in this tab or on the server.

import { erase } from "./api.js";
import { byId } from "./dom.js";
import { isEmbedded, tell } from "./frame.js";
import { release } from "./receipt.js";
import { clear, load } from "./session.js";
import { stop } from "./speech.js";
import { texts } from "./texts.js";

const TWICE_WITHIN_MS = 1_500;
const FRAME_PATIENCE_MS = 300;

const link = byId("leave"); // works without JavaScript too, but then leaves the conversation in the tab
const neutralPage = link.href;

export function leave() {
  const session = load();
  release();
  stop();
  document.body.replaceChildren();
  document.title = texts.neutralTitle;
  clear();
  if (session) erase(session, { leaving: true }).catch(() => {}); // the tab no longer knows the key either way
  if (isEmbedded) leaveFromFrame();
  else location.replace(neutralPage);
}

/** widget.js takes the whole page away; in a frame that a school made by hand we try it ourselves. */
function leaveFromFrame() {
  tell("leave", { to: neutralPage });
  setTimeout(() => {
    try {
      window.top.location.replace(neutralPage);
    } catch {
      // widget.js does not let the frame do this, and is doing it itself.
    }
  }, FRAME_PATIENCE_MS);
}

/** The link, and Esc twice; onFirst is called on the first Esc. */
export function connect(onFirst) {
  let last = -Infinity;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - last < TWICE_WITHIN_MS) leave();
    else onFirst();
    last = event.timeStamp;
  });
}
