// Thumbs up or down under an answer.

import { el, icon, srOnly } from "./dom.js";
import { texts } from "./texts.js";

/** give(helpful) sends it and may fail; say(text) tells a screen reader. */
export function thumbs(give, say) {
  const question = el("p", { class: "tools__question" }, texts.helpfulQuestion);
  const yes = thumb("up", texts.helpfulYes, texts.helpfulYesLong);
  const no = thumb("down", texts.helpfulNo, texts.helpfulNoLong);

  async function choose(helpful) {
    const outcome = await give(helpful).then(
      () => (helpful ? texts.thanksYes : texts.thanksNo),
      () => texts.feedbackFailed,
    );
    if (outcome !== texts.feedbackFailed) {
      yes.setAttribute("aria-pressed", String(helpful));
      no.setAttribute("aria-pressed", String(!helpful));
    }
    question.textContent = outcome;
    say(outcome);
  }

  yes.addEventListener("click", () => choose(true));
  no.addEventListener("click", () => choose(false));
  return [question, yes, no];
}

function thumb(name, short, long) {
  return el("button", { class: "tool", type: "button", "aria-pressed": "false" }, icon(name), el("span", {}, short, srOnly(long)));
}
