// Inside a page of a school: a few words to and from widget.js. They hold nothing of the conversation.

export const isEmbedded = window.parent !== window;

export function tell(word, more = {}) {
  if (isEmbedded) window.parent.postMessage({ wijzer: word, ...more }, "*");
}

/** words: what to do on each word of the page around us. */
export function listen(words) {
  window.addEventListener("message", (event) => {
    if (isEmbedded && event.source === window.parent) words[event.data?.wijzer]?.();
  });
}
