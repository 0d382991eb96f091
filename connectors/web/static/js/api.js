// The calls of the chat API. A refusal becomes an ApiError with the server's own Dutch sentence.

const BASE = new URL("../../api/v1/", import.meta.url);
const PATIENCE_MS = 30_000;

export class ApiError extends Error {
  /** status 0: no answer at all. code: the server's name for it. retryAfter: seconds, or null. */
  constructor(status, { code = "", message = "", retryAfter = null } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

async function refusal(response) {
  const body = await response.json().catch(() => null);
  const seconds = Number.parseInt(response.headers.get("Retry-After"), 10);
  return new ApiError(response.status, { ...body?.error, retryAfter: Number.isNaN(seconds) ? null : seconds });
}

function conversationUrl(session, path) {
  return new URL(`conversations/${encodeURIComponent(session.id)}${path}`, BASE);
}

async function call(url, { method = "GET", token = null, body = null, headers = {}, ...options } = {}) {
  const all = { ...headers };
  if (token) all.Authorization = `Bearer ${token}`;
  if (body) all["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(url, {
      method,
      headers: all,
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...options,
    });
  } catch {
    throw new ApiError(0);
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

export async function start() {
  const response = await call(new URL("conversations", BASE), { method: "POST", body: { channel: "web" } });
  const { conversation_id: id, token, messages } = await response.json();
  return { session: { id, token }, messages };
}

/** message: {text} or {payload}. */
export async function send(session, message) {
  const response = await call(conversationUrl(session, "/messages"), { method: "POST", token: session.token, body: message });
  return (await response.json()).messages;
}

/** All messages of the conversation, or those that came after the one with this id. */
export async function history(session, after = null) {
  const url = conversationUrl(session, "/messages");
  if (after) url.searchParams.set("after", after);
  const response = await call(url, { token: session.token });
  return (await response.json()).messages;
}

export async function feedback(session, messageId, helpful) {
  const url = conversationUrl(session, `/messages/${encodeURIComponent(messageId)}/feedback`);
  await call(url, { method: "POST", token: session.token, body: { helpful } });
}

/** leaving: the page is closing; the browser sends the call all the same. */
export async function erase(session, { leaving = false } = {}) {
  await call(conversationUrl(session, ""), { method: "DELETE", token: session.token, ...(leaving && { keepalive: true, signal: null }) });
}

const receipts = (path = "") => new URL(`receipts${path}`, BASE);

/** How a report stands: {status, filed_on, history, messages}. */
export async function report(receipt) {
  return (await call(receipts(), { method: "POST", body: { receipt } })).json();
}

export async function writeBack(receipt, text) {
  await call(receipts("/messages"), { method: "POST", body: { receipt, text } });
}

export async function withdraw(receipt) {
  await call(receipts("/withdrawal"), { method: "POST", body: { receipt } });
}

/** The open stream of what arrives by itself. */
export async function events(session, lastId, signal) {
  const headers = { Accept: "text/event-stream", ...(lastId && { "Last-Event-ID": lastId }) };
  const response = await call(conversationUrl(session, "/events"), { token: session.token, headers, signal });
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) throw new ApiError(0);
  return response;
}
