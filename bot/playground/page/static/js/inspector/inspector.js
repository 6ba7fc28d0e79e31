// The drawer that shows what passed over the wire, the JSON of blocks, why a reply came, and switches to misbehave.

import { h } from "../dom.js";
import { CLOSE } from "../icons.js";
import { tool } from "../tool.js";
import { Blocks } from "./blocks.js";
import { Exchanges } from "./exchanges.js";
import { Explanation } from "./explanation.js";
import { Misbehaviour } from "./misbehaviour.js";

const LABELS = { exchanges: "Exchanges", blocks: "Blocks", explanation: "Why", misbehaviour: "Misbehave" };

export class Inspector {
  constructor(page, element) {
    this.page = page;
    this.element = element;
    this.tab = "exchanges";
    this.panels = {
      exchanges: new Exchanges(page),
      blocks: new Blocks(),
      explanation: new Explanation(page),
      misbehaviour: new Misbehaviour(page),
    };
    this.tabs = Object.entries(LABELS).map(([name, label]) => this.drawTab(name, label));
    this.body = h("div", { class: "scroller", role: "tabpanel", id: "inspector-panel", tabindex: "0" });
    element.append(this.drawHeading(), this.drawTabs(), this.body);
    this.choose("exchanges");
  }

  drawHeading() {
    const title = h("div", { class: "view-title" }, h("h2", {}, "Inspector"));
    const close = tool("Close inspector", CLOSE, () => this.page.place.set({ isInspecting: false }));
    return h("header", { class: "view-heading" }, title, close);
  }

  drawTabs() {
    const attributes = { class: "tabs", role: "tablist", "aria-label": "Inspector" };
    return h("div", { ...attributes, on: { keydown: (event) => this.key(event) } }, this.tabs);
  }

  drawTab(name, label) {
    return h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "aria-controls": "inspector-panel",
        on: { click: () => this.choose(name) },
      },
      label,
    );
  }

  choose(name) {
    this.tab = name;
    for (const tab of this.tabs) {
      const isChosen = tab.id === `tab-${name}`;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
    this.body.setAttribute("aria-labelledby", `tab-${name}`);
    this.body.replaceChildren(this.panels[name].element);
    this.update();
  }

  open(tab, subject) {
    if (subject) this.panels.blocks.subject = subject;
    this.page.place.set({ isInspecting: true });
    this.choose(tab);
  }

  update() {
    const { isInspecting } = this.page.place;
    this.element.hidden = !isInspecting;
    document.body.classList.toggle("is-inspecting", isInspecting);
    if (isInspecting) this.panels[this.tab].update();
  }

  key(event) {
    const names = Object.keys(LABELS);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    this.choose(names[(names.indexOf(this.tab) + step + names.length) % names.length]);
    this.tabs.find((tab) => tab.id === `tab-${this.tab}`).focus();
    event.preventDefault();
  }
}
