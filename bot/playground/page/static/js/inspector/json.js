// JSON to read and to copy.

import { h } from "../dom.js";
import { CLOSE, COPY } from "../icons.js";
import { tool } from "../tool.js";

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Draw JSON with its parts told apart, and a button that copies it. */
export function drawJson(value, label) {
  const text = JSON.stringify(value, null, 2) ?? "null";
  const copy = tool(`Copy ${label}`, COPY, () => copied(copy, text), { class: "tool copy" });
  return h(
    "div",
    { class: "json" },
    copy,
    h("pre", { tabindex: "0", "aria-label": label }, h("code", {}, coloured(text))),
  );
}

async function copied(button, text) {
  await navigator.clipboard.writeText(text);
  button.classList.add("is-done");
  setTimeout(() => button.classList.remove("is-done"), 1200);
}

function coloured(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(TOKEN)) {
    parts.push(text.slice(end, found.index));
    const [whole, string, colon] = found;
    if (colon) parts.push(h("span", { class: "json-key" }, string), colon);
    else parts.push(h("span", { class: string ? "json-string" : "json-atom" }, whole));
    end = found.index + whole.length;
  }
  return [...parts, text.slice(end)];
}

/** Show JSON on top of everything, also of a modal. */
export function showJson(value, label) {
  const close = tool("Close", CLOSE, () => dialog.close());
  const dialog = h(
    "dialog",
    { class: "modal json-dialog", "aria-label": label, on: { close: () => dialog.remove() } },
    h("header", {}, h("h2", {}, label), close),
    h("div", { class: "modal-body" }, drawJson(value, label)),
  );
  document.body.append(dialog);
  dialog.showModal();
}
