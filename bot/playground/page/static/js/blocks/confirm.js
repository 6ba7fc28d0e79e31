// The question that an element asks before it does anything.

import { freshId, h } from "../dom.js";
import { drawText, plain } from "./text.js";

const NOBODY = { user: (id) => id, channel: (id) => id };

/** Ask, if there is something to ask; gives whether to go on. */
export function confirmed(confirm) {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => ask(confirm, resolve));
}

function ask(confirm, resolve) {
  const title = freshId("confirm");
  const answer = (value) => () => dialog.close(value);
  const dialog = h(
    "dialog",
    {
      class: "modal confirm",
      "aria-labelledby": title,
      on: {
        close: () => {
          resolve(dialog.returnValue === "yes");
          dialog.remove();
        },
      },
    },
    h("header", {}, h("h2", { id: title }, plain(confirm.title))),
    h("div", { class: "modal-body" }, drawText(confirm.text, NOBODY)),
    h(
      "footer",
      {},
      h("button", { type: "button", class: "button", on: { click: answer("no") } }, plain(confirm.deny)),
      h(
        "button",
        { type: "button", class: `button ${confirm.style ?? "primary"}`, on: { click: answer("yes") } },
        plain(confirm.confirm),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
