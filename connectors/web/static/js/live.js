// Keeps listening for what arrives by itself: a stream, and in between, or where a stream is not possible, polling.

import * as api from "./api.js";
import { read } from "./sse.js";

const WAITS_MS = [1_000, 2_000, 5_000, 10_000];
const SILENCE_MS = 60_000; // the server sends a heartbeat well within this time

/**
 * lastId(): newest message known. onMessage(message), onGone(): the conversation no longer exists.
 * Returns a function that stops the listening.
 */
export function follow(session, { lastId, onMessage, onGone }) {
  let stopped = false;
  let current = null; // the open stream
  let wake = () => {};
  const wakeUp = () => wake();

  const pause = (ms) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function stream() {
    const attempt = new AbortController();
    current = attempt;
    let timer;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => attempt.abort(), SILENCE_MS);
    };
    alive();
    try {
      const response = await api.events(session, lastId(), attempt.signal);
      for await (const data of read(response, alive)) if (!stopped) onMessage(JSON.parse(data));
    } finally {
      clearTimeout(timer);
    }
  }

  async function poll() {
    for (const message of await api.history(session, lastId())) if (!stopped) onMessage(message);
  }

  /** True when the step went well; a conversation that is gone ends the listening. */
  async function went(step) {
    try {
      await step();
      return true;
    } catch (error) {
      if (error.status === 404 && !stopped) {
        stop();
        onGone();
      }
      return false;
    }
  }

  async function listen() {
    let failures = 0;
    while (!stopped) {
      failures = (await went(stream)) ? 0 : failures + 1;
      if (stopped) return;
      await pause(WAITS_MS[Math.min(failures, WAITS_MS.length - 1)]);
      if (!stopped) await went(poll);
    }
  }

  function stop() {
    stopped = true;
    current?.abort();
    window.removeEventListener("online", wakeUp);
    wake();
  }

  window.addEventListener("online", wakeUp);
  listen();
  return stop;
}
