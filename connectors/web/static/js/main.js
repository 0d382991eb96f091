// Starts the page and ties the controls to the conversation.

import * as chat from "./chat.js";
import * as composer from "./composer.js";
import { byId } from "./dom.js";
import { isEmbedded, listen, tell } from "./frame.js";
import { connect as connectLeave, leave } from "./leave.js";
import { say } from "./log.js";
import * as notice from "./notice.js";
import { holdsPending } from "./receipt.js";
import { texts } from "./texts.js";

const dialog = byId("wipe-dialog");

function askToWipe() {
  byId("wipe-receipt").hidden = !holdsPending(document);
  dialog.returnValue = "";
  dialog.showModal();
  byId("wipe-keep").focus();
}

function watchConnection() {
  window.addEventListener("offline", () => notice.show(texts.offline, { level: "warning" }));
  window.addEventListener("online", () => {
    notice.hide();
    say(texts.online);
    chat.openIfNeeded();
  });
}

// A page brought back by the browser's back button starts afresh instead of showing what was there.
window.addEventListener("pageshow", (event) => event.persisted && location.reload());

document.body.classList.toggle("page--embedded", isEmbedded);
byId("dock").hidden = false;
byId("wipe").hidden = false;
byId("wipe").addEventListener("click", askToWipe);
dialog.addEventListener("close", () => dialog.returnValue === "wipe" && chat.wipe());
byId("starters").addEventListener("click", ({ target }) => target.type === "button" && chat.ask(target.textContent));

composer.connect(chat.sendTyped, say);
watchConnection();
connectLeave(() => dialog.open || tell("close"));
listen({ opened: composer.focus, leave });
chat.open();
