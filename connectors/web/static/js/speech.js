// "Lees voor": the browser's own voice. Only voices on the device itself: others send the text to a third party.

import { el, icon } from "./dom.js";
import { texts } from "./texts.js";

const synth = window.speechSynthesis;
let voice = null;
let reading = null; // the button whose message is being read

function findVoice() {
  voice = synth.getVoices().find((candidate) => candidate.localService && candidate.lang.toLowerCase().startsWith("nl")) ?? null;
  for (const button of document.querySelectorAll("[data-read]")) button.hidden = !voice;
}

if (synth) {
  findVoice();
  synth.addEventListener("voiceschanged", findVoice);
}

function label(button, text) {
  button.lastChild.textContent = text;
}

export function stop() {
  synth?.cancel();
  if (reading) label(reading, texts.readAloud);
  reading = null;
}

function read(button, text) {
  const again = reading === button;
  stop();
  if (again) return;
  const utterance = new SpeechSynthesisUtterance(text.replace(/https?:\/\/\S+/g, ""));
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.addEventListener("end", () => reading === button && stop());
  reading = button;
  label(button, texts.stopReading);
  synth.speak(utterance);
}

export function readButton(text) {
  const button = el("button", { class: "tool", type: "button", "data-read": true }, icon("speak"), el("span", {}, texts.readAloud));
  button.hidden = !voice;
  button.addEventListener("click", () => read(button, text));
  return button;
}
