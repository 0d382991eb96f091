// Keeps an unfinished answer a moment after the last key, sealed on the server: it is there on another computer too.

const AFTER_TYPING = 2_000;

export function keepDrafts() {
  for (const form of document.querySelectorAll("form[data-draft]")) keepDraftOf(form);
}

function keepDraftOf(form) {
  const area = form.querySelector("textarea");
  const state = document.getElementById("draft-state");
  let kept = area.value;
  let timer = null;

  async function keep() {
    clearTimeout(timer);
    const text = area.value;
    if (text === kept) return;
    const body = new URLSearchParams(new FormData(form));
    body.set("quiet", "1");
    const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: true }).catch(() => null);
    if (!answer?.ok) return;
    kept = text;
    if (state) state.textContent = state.dataset.kept;
  }

  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, AFTER_TYPING);
    if (state) state.textContent = "";
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    kept = area.value;
  });
  addEventListener("pagehide", keep);
}
