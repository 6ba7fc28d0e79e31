// The thread beside a conversation.

import { Composer } from "./composer.js";
import { h, keyed } from "./dom.js";
import { CLOSE } from "./icons.js";
import { drawMessage, moveBetweenMessages } from "./messages.js";
import { Scrolling } from "./scrolling.js";
import { tool } from "./tool.js";

export class Thread {
  constructor(page, element) {
    this.page = page;
    this.element = element;
    this.list = h("div", { class: "messages", role: "log", "aria-label": "Messages of the thread" });
    const scroller = h("div", { class: "scroller" }, this.list);
    this.scrolling = new Scrolling(scroller, this.list);
    this.composer = new Composer(page, { focusLast: () => this.list.lastElementChild?.focus() });
    const close = tool("Close thread", CLOSE, () => this.close());
    element.append(
      h("header", { class: "view-heading" }, h("div", { class: "view-title" }, h("h2", {}, "Thread")), close),
      scroller,
      this.composer.element,
    );
    element.addEventListener("keydown", (event) => this.key(event));
    this.shown = "";
  }

  update() {
    const { place, store, reading } = this.page;
    const root = place.thread && store.message(reading.shown, place.thread);
    this.element.hidden = !root;
    document.body.classList.toggle("has-thread", Boolean(root));
    if (!root) {
      this.shown = "";
      return;
    }
    const seen = store
      .seenBy(place.user, root.channel)
      .filter((message) => message === root || message.thread_ts === root.ts);
    const isNew = this.shown !== `${place.user}/${root.ts}`;
    this.shown = `${place.user}/${root.ts}`;
    keyed(
      this.list,
      seen,
      (message) => `${place.user} ${message.ts}`,
      (message) => drawMessage(this.page, message),
    );
    this.composer.moveTo({ channel: root.channel, thread: root.ts, label: "Reply in the thread" });
    if (isNew) this.scrolling.reset();
    else this.scrolling.settle();
    // A thread that opened by itself leaves the focus where somebody may be typing.
    if (isNew && !document.activeElement.matches("[data-composer]")) this.composer.focus();
  }

  close() {
    this.page.place.go(this.page.place.where);
    document.querySelector("main [data-composer]")?.focus();
  }

  key(event) {
    moveBetweenMessages(event, this.list, this.composer);
    if (event.key === "Escape" && !event.defaultPrevented) this.close();
  }
}
