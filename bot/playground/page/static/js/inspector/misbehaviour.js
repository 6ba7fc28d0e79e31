// Switches for what goes wrong in real networks.

import { h } from "../dom.js";

const ONCE = [
  ["rate_limit", "Rate limit the next request", "Slack answers 429; the bot waits and tries again."],
  ["server_error", "Fail the next request", "Slack answers 500; the bot tries again."],
  [
    "duplicate",
    "Deliver the next event twice",
    "As Slack does when it missed the acknowledgement; nobody gets two answers.",
  ],
  ["refresh", "Ask for a new connection", "As Slack does every few hours."],
  ["drop", "Cut the connection", "Without a word; the bot notices and comes back within seconds."],
];

export class Misbehaviour {
  constructor(page) {
    this.page = page;
    this.slow = h("input", {
      type: "checkbox",
      role: "switch",
      on: { change: () => this.order(this.slow.checked ? "slow" : "fast") },
    });
    this.ordered = h("ul", { class: "ordered" });
    this.orderedTitle = h("h3", {}, "Still to go wrong");
    this.wire = h("p", { class: "quiet" });
    this.element = h(
      "div",
      { class: "misbehaviour" },
      h(
        "label",
        { class: "switch" },
        this.slow,
        h(
          "span",
          {},
          h("strong", {}, "Slow network"),
          h("small", {}, "Every answer of Slack takes 1.5 seconds longer."),
        ),
      ),
      ONCE.map(([how, label, note]) =>
        h(
          "div",
          { class: "order" },
          h("button", { type: "button", class: "button", on: { click: () => this.order(how) } }, label),
          h("small", {}, note),
        ),
      ),
      this.orderedTitle,
      this.ordered,
      this.wire,
    );
  }

  order(how) {
    return this.page.surfaces.send({ do: "misbehave", how });
  }

  update() {
    const { faults, wire } = this.page.store;
    const ordered = faults.get("ordered") ?? [];
    this.slow.checked = Boolean(faults.get("is_slow"));
    this.orderedTitle.hidden = ordered.length === 0;
    this.ordered.replaceChildren(...ordered.map((one) => h("li", {}, one)));
    const opened = wire.get("connections_opened") ?? 0;
    this.wire.textContent = `Connections the bot has opened so far: ${opened}.`;
  }
}
