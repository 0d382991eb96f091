// One conversation, from the welcome to the wiping: what is sent, what comes back, what goes wrong.

import * as api from "./api.js";
import * as composer from "./composer.js";
import { byId } from "./dom.js";
import { tell } from "./frame.js";
import { follow } from "./live.js";
import * as log from "./log.js";
import * as notice from "./notice.js";
import { markChosen } from "./quickreplies.js";
import * as sessions from "./session.js";
import { stop as stopReading } from "./speech.js";
import { texts } from "./texts.js";

let session = null;
let stopFollowing = () => {};

const on = {
  choose: (node, button) => deliver({ label: button.title, message: { payload: button.payload }, sent: () => markChosen(node) }),
  give: (message, helpful) => api.feedback(session, message.id, helpful),
  say: log.say,
};

function listen() {
  stopFollowing();
  stopFollowing = follow(session, { lastId: log.newestId, onMessage: arrived, onGone: startAgain });
}

/** What comes by itself. The reader's own words are on the page already. */
function arrived(message) {
  if (message.from === "user" || !log.add([message], on)) return;
  tell("news");
}

async function begin() {
  const { session: made, messages } = await api.start();
  sessions.save(made);
  log.empty({ keepReceipt: true });
  log.add(messages, on);
  byId("starters").hidden = false;
  return made;
}

async function resume(kept) {
  const messages = await api.history(kept);
  log.restore(messages, on);
  byId("starters").hidden = messages.some((message) => message.from === "user");
  return kept;
}

/** Starts, or goes on where this tab was. Nothing can be sent until that is done. */
export async function open() {
  const kept = sessions.load();
  notice.hide();
  composer.hold(true);
  try {
    session = await (kept ? resume(kept) : begin());
  } catch (error) {
    if (kept && error.status === 404) await startAgain();
    else refuse(error, { text: texts.startFailed, retry: open });
    return;
  }
  composer.hold(false);
  listen();
}

export function openIfNeeded() {
  if (!session) open();
}

async function startAgain() {
  close();
  await open();
  if (session) notice.show(texts.expired, { level: "info" });
}

/** Forgets the conversation in this tab. */
function close() {
  stopFollowing();
  log.thinking(false);
  stopReading();
  sessions.clear();
  session = null;
}

/** attempt: label (what the reader sees as sent), message for the API, sent() and failed() for after. */
async function deliver(attempt) {
  if (composer.isHeld()) return log.say(texts.busy);
  notice.hide();
  stopReading();
  const mine = session;
  const [bubble] = log.add([{ from: "user", text: attempt.label }], on);
  byId("starters").hidden = true;
  composer.hold(true);
  log.thinking(true);
  try {
    const messages = await api.send(mine, attempt.message);
    if (session !== mine) return;
    log.thinking(false);
    composer.hold(false);
    attempt.sent?.();
    log.closeQuestions();
    log.add(messages, on);
  } catch (error) {
    if (session !== mine) return;
    log.thinking(false);
    composer.hold(false);
    bubble.remove();
    attempt.failed?.();
    if (error.status === 404) await startAgain();
    else refuse(error, { text: texts.unreachable, retry: attempt.failed ? composer.submit : () => deliver(attempt) });
  }
}

/** Says what went wrong, with the server's own sentence where it has one, and the way on. */
function refuse(error, { text, retry }) {
  if (error.status === 429 && error.retryAfter) {
    composer.hold(true);
    notice.countDown(error.message, error.retryAfter, () => {
      composer.hold(false);
      log.say(texts.mayContinue);
      openIfNeeded();
    });
    return;
  }
  const mayRetry = error.status === 0 || error.status >= 500 || error.status === 429;
  notice.show(navigator.onLine ? error.message || text : texts.offline, { retry: mayRetry && retry });
}

export function sendTyped() {
  const text = composer.take();
  deliver({ label: text, message: { text }, failed: () => composer.giveBack(text) });
}

export function ask(question) {
  deliver({ label: question, message: { text: question } });
}

export async function wipe() {
  if (!session) return;
  let rest = "";
  try {
    await api.erase(session);
  } catch (error) {
    if (error.code === "deletion_pending") rest = error.message;
    else if (error.status !== 404) return notice.show(texts.wipeFailed, { retry: wipe });
  }
  close();
  log.empty();
  await open();
  if (rest) notice.show(rest, { level: "info", retry: session ? null : open });
  log.say(texts.wiped);
  composer.focus();
}
