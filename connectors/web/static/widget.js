// Puts the chat on any page: <script src="https://…/widget.js" defer></script>
// Choices: data-text (words on the button), data-side ("left" or "right").
(() => {
  const script = document.currentScript;
  const mark = "data-wijzer-widget";
  if (!script || document.querySelector(`[${mark}]`)) return;

  const chat = new URL("./", script.src);
  const text = script.dataset.text || "Stel je vraag";
  const side = script.dataset.side === "left" ? "left" : "right";
  const TWICE_WITHIN_MS = 1500;

  const CSS = `
    :host { color-scheme: light dark; }
    * { box-sizing: border-box; }
    button { font: 700 1rem/1.25 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; cursor: pointer; }
    .launcher { position: fixed; inset-block-end: 1rem; ${side}: 1rem; z-index: 2147483000; display: flex; gap: .5rem; align-items: center; max-width: calc(100vw - 2rem);
      min-height: 3.5rem; padding: .5rem 1.25rem .5rem .75rem; border: 2px solid #fff; border-radius: 2rem; background: #2a2b59; color: #fff; box-shadow: 0 .25rem 1rem rgb(0 0 0 / 35%); }
    .launcher:hover { background: #45439b; }
    .launcher svg { width: 2rem; height: 2rem; }
    .news { padding: .125rem .5rem; border-radius: 1rem; background: #fcd940; color: #1f203e; font-size: .875rem; }
    .panel { position: fixed; inset: auto; inset-block-end: 1rem; ${side}: 1rem; z-index: 2147483001; flex-direction: column; width: min(26rem, calc(100vw - 2rem)); height: min(42rem, calc(100vh - 2rem)); max-width: none; max-height: none;
      margin: 0; padding: 0; overflow: hidden; border: 2px solid #2a2b59; border-radius: 1rem; background: #2a2b59; box-shadow: 0 .5rem 2.5rem rgb(0 0 0 / 40%); }
    .panel[open] { display: flex; }
    .close { flex: none; align-self: flex-end; min-height: 2.75rem; padding: .25rem 1rem; border: 0; background: none; color: #fff; text-decoration: underline; }
    iframe { flex: 1; width: 100%; border: 0; background: #fff; }
    :focus-visible { outline: 3px solid #fcd940; outline-offset: -3px; box-shadow: 0 0 0 3px #1f203e; }
    .launcher:focus-visible { outline-offset: 2px; }
    [hidden] { display: none !important; }
    @media (max-width: 30rem), (max-height: 30rem) {
      .panel { inset: 0; width: 100%; height: 100vh; height: 100dvh; border: 0; border-radius: 0; }
    }
    @media (prefers-color-scheme: dark) { iframe { background: #12132a; } }
    @media (forced-colors: active) { .launcher, .panel { border: 2px solid ButtonText; } }`;

  const host = document.createElement("div");
  host.setAttribute(mark, "");
  host.style.setProperty("all", "initial", "important");
  const root = host.attachShadow({ mode: "open" });
  style();

  const launcher = make("button", { class: "launcher", type: "button", "aria-haspopup": "dialog" });
  const news = make("span", { class: "news", hidden: "" });
  launcher.append(logo(), make("span", {}, text), news);
  const close = make("button", { class: "close", type: "button" }, "Sluit de chat");
  const panel = make("dialog", { class: "panel", "aria-label": "Chat met Wijzer" });
  panel.append(close);
  root.append(launcher, panel);

  let frame = null;
  let escapedAt = -Infinity;

  function make(tag, attributes, words = "") {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(words);
    return node;
  }

  /** Drawn here: a picture from our server would need a line in the Content-Security-Policy of the school. */
  function logo() {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 48 48");
    svg.setAttribute("aria-hidden", "true");
    for (const [fill, d] of [
      ["#fcd940", "M24 3c12 0 21 8 21 19s-9 19-21 19c-3 0-5-.4-8-1L7 45c-1 .5-2-.4-2-1.5l2-8.4C4 31 3 27 3 22 3 11 12 3 24 3Z"],
      ["#2a2b59", "m34 11-5 13a2 2 0 0 1-1 1l-13 5c-.8.3-1.5-.4-1.2-1.2l5-13a2 2 0 0 1 1-1L33 10c.8-.3 1.5.4 1.2 1.2Z"],
    ]) {
      const path = document.createElementNS(svg.namespaceURI, "path");
      path.setAttribute("fill", fill);
      path.setAttribute("d", d);
      svg.append(path);
    }
    return svg;
  }

  // A constructed style sheet is allowed under a strict Content-Security-Policy of the school's page.
  function style() {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(make("style", {}, CSS));
    }
  }

  function load() {
    frame = make("iframe", {
      src: chat,
      title: "Wijzer, chat met vragen en antwoorden",
      loading: "lazy",
      allow: "clipboard-write",
      referrerpolicy: "no-referrer",
      sandbox: "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox",
    });
    frame.addEventListener("load", focusChat);
    panel.append(frame);
  }

  function say(word) {
    frame?.contentWindow.postMessage({ wijzer: word }, chat.origin);
  }

  function focusChat() {
    if (!panel.open) return;
    frame.focus();
    say("opened");
  }

  /** On a small screen the chat covers the page, so the page behind it rests. */
  function open() {
    const covers = matchMedia("(max-width: 30rem), (max-height: 30rem)").matches;
    news.hidden = true;
    launcher.hidden = true;
    if (covers) panel.showModal();
    else panel.show();
    if (frame) focusChat();
    else load();
  }

  function shut() {
    if (panel.open) panel.close();
    launcher.hidden = false;
    launcher.focus();
  }

  function escaped() {
    escapedAt = performance.now();
    shut();
  }

  const words = {
    close: escaped,
    leave: ({ to }) => location.replace(to),
    news: () => {
      if (panel.open) return;
      news.textContent = "nieuw bericht";
      news.hidden = false;
    },
  };

  launcher.addEventListener("click", open);
  close.addEventListener("click", shut);
  panel.addEventListener("cancel", (event) => {
    event.preventDefault();
    escaped();
  });
  window.addEventListener("message", (event) => {
    if (frame && event.source === frame.contentWindow && event.origin === chat.origin) words[event.data?.wijzer]?.(event.data);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat || !frame) return;
    if (panel.open) escaped();
    else if (performance.now() - escapedAt < TWICE_WITHIN_MS) say("leave");
  });

  const attach = () => document.body.append(host);
  if (document.body) attach();
  else document.addEventListener("DOMContentLoaded", attach);
})();
