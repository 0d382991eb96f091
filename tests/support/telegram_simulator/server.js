// telegram-test-api, mended until a client of the real Bot API can be tested against it: numbered updates with offsets
// and long polling, webhooks with a secret that are tried again, seconds instead of milliseconds, the calls it lacks,
// the refusals of the real one. Tests steer it below /control. Usage: node server.js PORT
const { createRequire } = require("node:module");
const path = require("node:path");

const fromPackages = createRequire(path.join(process.env.SIMULATOR_PACKAGES, "package.json"));
const express = fromPackages("express");
const TelegramServer = fromPackages("telegram-test-api");

const LONGEST_TEXT = 4096;
const LONGEST_DATA = 64;
const TRY_AGAIN_MS = 100;
const BOT = { id: 666, is_bot: true, first_name: "Wijzer", username: "wijzer_test_bot" };

class Simulator extends TelegramServer {
  constructor(config) {
    super(config);
    this.pending = [];
    this.wakers = new Set();
    this.calls = [];
    this.refusals = [];
  }

  // Called by the original for everything that its own client routes take in.
  async addUserUpdate(update) {
    this.offer(mended(TelegramServer.formatUpdate({ ...update, updateId: 0 })));
  }

  offer(content) {
    const update = { ...content, update_id: this.updateId++ };
    this.pending.push(update);
    this.wake();
    if (this.hook) this.deliver(update);
    return update.update_id;
  }

  wake() {
    for (const waker of this.wakers) waker();
    this.wakers.clear();
  }

  async fetchUpdates({ offset = 0, timeout = 0, limit = 100 }) {
    this.pending = this.pending.filter((update) => update.update_id >= Number(offset));
    if (!this.pending.length && Number(timeout)) {
      await new Promise((resolve) => {
        this.wakers.add(resolve);
        setTimeout(resolve, 1000 * Number(timeout));
      });
    }
    return this.pending.filter((update) => update.update_id >= Number(offset)).slice(0, Number(limit));
  }

  setHook(hook) {
    this.hook = hook;
    if (hook) for (const update of this.pending) this.deliver(update);
  }

  // Offers an update until it is accepted, as Telegram does.
  async deliver(update) {
    const hook = this.hook;
    while (this.hook === hook && this.pending.includes(update)) {
      const status = await post(hook, update);
      this.calls.push({ method: "webhook", status, update_id: update.update_id, at: Date.now() });
      if (status === 200) this.pending = this.pending.filter((one) => one !== update);
      else await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }

  takeRefusal(method, chat) {
    const fits = (one) => one.method === method && (one.chat === undefined || String(one.chat) === String(chat));
    const found = this.refusals.find((one) => fits(one) && one.times > 0);
    if (found) found.times -= 1;
    return found;
  }
}

async function post(hook, update) {
  try {
    const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": hook.secret_token || "" };
    const answer = await fetch(hook.url, { method: "POST", headers, body: JSON.stringify(update) });
    return answer.status;
  } catch {
    return 0;
  }
}

function mended(update) {
  const { botToken, ...message } = update.message || {};
  if (update.message) return { message };
  return { callback_query: { ...update.callback_query, chat_instance: "1" } };
}

// What the real Bot API refuses; null when it accepts.
function whatIsWrong(body) {
  if (!body.text) return "message text is empty";
  if (body.text.length > LONGEST_TEXT) return "message is too long";
  const buttons = JSON.parse(body.reply_markup || "{}").inline_keyboard || [];
  const tooLong = buttons.flat().some((button) => Buffer.byteLength(button.callback_data || "") > LONGEST_DATA);
  return tooLong ? "BUTTON_DATA_INVALID" : null;
}

function refuse(response, code, description, parameters) {
  response.status(code).json({ ok: false, error_code: code, description, parameters });
}

function botRoutes(app, simulator) {
  const answer = (method, work) => app.all(`/bot:token/${method}`, async (request, response) => {
    response.json({ ok: true, result: await work(request.body) });
  });

  app.use("/bot:token/:method", (request, response, next) => {
    const { method } = request.params;
    const chat = request.body.chat_id;
    const refusal = simulator.takeRefusal(method, chat);
    if (method !== "getUpdates" || refusal) {
      simulator.calls.push({ method, chat, refused: Boolean(refusal), at: Date.now() });
    }
    if (!refusal) next();
    else if (refusal.hang_up) request.socket.destroy();
    else refuse(response, refusal.code, refusal.description || "refused by a test", refusal.parameters);
  });
  app.all("/bot:token/sendMessage", (request, response, next) => {
    const wrong = whatIsWrong(request.body);
    if (wrong) refuse(response, 400, `Bad Request: ${wrong}`);
    else next();
  });
  app.all("/bot:token/getUpdates", (request, response, next) => {
    if (simulator.hook) refuse(response, 409, "Conflict: can't use getUpdates method while webhook is active");
    else next();
  });
  answer("getMe", () => BOT);
  answer("getUpdates", (body) => simulator.fetchUpdates(body));
  answer("sendMessage", (body) => {
    const { link_preview_options: _unread, ...made } = simulator.addBotMessage(body, "test");
    return { ...made, date: Math.floor(made.date / 1000), from: BOT };
  });
  answer("setWebhook", (body) => Boolean(simulator.setHook(body)) || true);
  answer("deleteWebhook", () => Boolean(simulator.setHook(null)) || true);
  for (const method of ["sendChatAction", "setMyCommands", "answerCallbackQuery", "leaveChat"]) {
    answer(method, (body) => {
      if (method === "answerCallbackQuery") simulator.calls.at(-1).text = body.text;
      return true;
    });
  }
}

function controlRoutes(app, simulator) {
  app.post("/control/update", (request, response) => response.json(simulator.offer(request.body)));
  app.post("/control/refuse", (request, response) => response.json(simulator.refusals.push(request.body)));
  app.post("/control/reset", (_request, response) => {
    Object.assign(simulator, { calls: [], refusals: [], pending: [] });
    simulator.storage = { userMessages: [], botMessages: [] };
    response.json(true);
  });
  app.get("/control/calls", (_request, response) => response.json(simulator.calls));
  app.get("/control/pending", (_request, response) => response.json(simulator.pending.map((one) => one.update_id)));
}

const simulator = new Simulator({ host: "127.0.0.1", port: Number(process.argv[2]), storeTimeout: 600 });
const app = express();
app.use(express.json({ limit: "5mb" }), express.urlencoded({ extended: true, limit: "5mb" }));
botRoutes(app, simulator);
controlRoutes(app, simulator);
app.use(simulator.webServer);
simulator.webServer = app;
simulator.start().then(() => process.stdout.write("ready\n"));
