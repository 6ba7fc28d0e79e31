// The JSON of a message's or view's blocks, as the app sent them.

import { h } from "../dom.js";
import { drawJson } from "./json.js";

export class Blocks {
  constructor() {
    this.subject = null;
    this.element = h("div");
    this.drawn = undefined;
  }

  update() {
    if (this.drawn === this.subject) return;
    this.drawn = this.subject;
    this.element.replaceChildren(
      this.subject
        ? this.draw()
        : h("p", { class: "empty" }, "Choose “Show block JSON” on a message to see what it is made of."),
    );
  }

  draw() {
    const { blocks, text, title } = this.subject;
    const note = text
      ? h(
          "section",
          {},
          h("h3", {}, "Text for notifications and screen readers"),
          h("p", { class: "fallback" }, text),
        )
      : null;
    const heading = title?.text ? `Blocks of “${title.text}”` : "Blocks";
    return h(
      "div",
      {},
      h("section", {}, h("h3", {}, `${heading} (${blocks.length})`), drawJson(blocks, "blocks")),
      note,
    );
  }
}
