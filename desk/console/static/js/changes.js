// Follows a stream of changes. The stream holds no content: a page that hears of one asks for itself again.

const CHECK_SESSION_EVERY = 60_000;
const TRY_AGAIN_AFTER = 5_000;

export function watchSession() {
  setInterval(leaveWhenOver, CHECK_SESSION_EVERY);
}

export function followChanges({ watch, watchId = "", watchSeen = "", onChange }) {
  if (!watch) return;
  const address = `/changes?${new URLSearchParams({ what: watch, id: watchId, seen: watchSeen })}`;
  let seen = watchSeen;
  const stream = new EventSource(address);
  stream.addEventListener("changed", ({ data }) => {
    if (data === seen) return;
    seen = data;
    document.body.dataset.watchSeen = seen;
    if (onChange === "tell") tell();
    else swap();
  });
  stream.addEventListener("looking", ({ data }) => showLooking(JSON.parse(data)));
  stream.addEventListener("error", async () => {
    // While the browser tries again by itself there is nothing to do.
    if (stream.readyState !== EventSource.CLOSED) return;
    await leaveWhenOver();
    setTimeout(() => followChanges(document.body.dataset), TRY_AGAIN_AFTER);
  });
  addEventListener("pagehide", () => stream.close());
}

// When the session has ended nothing of a case may stay on the screen.
async function leaveWhenOver() {
  const answer = await fetch("/alive").catch(() => null);
  if (answer?.status === 401) location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
}

function tell() {
  const news = document.getElementById("news");
  if (news) news.hidden = false;
}

async function swap() {
  const answer = await fetch(location.href, { headers: { "X-Refresh": "1" } }).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  let changed = false;
  for (const part of document.querySelectorAll("[data-part]")) {
    const now = fresh.getElementById(part.id);
    if (!now || now.innerHTML === part.innerHTML) continue;
    replaceKeepingFocus(part, now);
    changed = true;
  }
  const announce = document.getElementById("announce");
  if (changed && announce) announce.textContent = announce.dataset.changed;
}

function replaceKeepingFocus(part, now) {
  const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  part.replaceWith(document.adoptNode(now));
  if (focused) now.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
}

function showLooking(names) {
  const place = document.getElementById("looking");
  if (place) place.textContent = names.length ? `${names.join(", ")} ${place.dataset.ending}` : "";
}
