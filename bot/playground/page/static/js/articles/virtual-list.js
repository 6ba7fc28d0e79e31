// A list of any length: only the rows in view exist, and they are fetched as one scrolls.

import { freshId, h } from "../dom.js";

const ROW = 58;
const AHEAD = 8;
const PART = 100;

export class VirtualList {
  /** `fetchPart(offset, limit)` gives `{matching, rows}`; `draw(row)` gives a row's content; `choose(row)` opens it. */
  constructor({ label, fetchPart, draw, choose }) {
    Object.assign(this, { fetchPart, draw, choose });
    this.id = freshId("list");
    this.space = h("div", { class: "virtual-space" });
    this.element = h(
      "div",
      {
        class: "virtual-list",
        role: "listbox",
        tabindex: "0",
        "aria-label": label,
        on: { scroll: () => this.show(), keydown: (event) => this.key(event) },
      },
      this.space,
    );
    new ResizeObserver(() => this.show()).observe(this.element);
    this.clear();
  }

  clear() {
    this.rows = new Map();
    this.asked = new Set();
    this.count = 0;
    this.active = -1;
    this.generation = (this.generation ?? 0) + 1;
  }

  /** Fetch everything anew; `stays` keeps the place, for a list that changed a little. */
  async reload({ stays = false } = {}) {
    const active = this.active;
    this.clear();
    if (stays) this.active = active;
    else this.element.scrollTop = 0;
    await this.fetchAround(Math.floor(this.element.scrollTop / ROW));
    this.show();
  }

  async fetchAround(first) {
    const part = Math.floor(first / PART);
    await Promise.all([part, part + 1].map((one) => this.fetch(one)));
  }

  async fetch(part) {
    if (this.asked.has(part) || (part > 0 && part * PART >= this.count && this.count > 0)) return;
    this.asked.add(part);
    const generation = this.generation;
    const { matching, rows } = await this.fetchPart(part * PART, PART);
    if (generation !== this.generation) return;
    this.count = matching;
    rows.forEach((row, at) => this.rows.set(part * PART + at, row));
    this.show();
  }

  show() {
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW) - AHEAD);
    const last = Math.min(
      this.count,
      Math.ceil((this.element.scrollTop + this.element.clientHeight) / ROW) + AHEAD,
    );
    this.space.style.height = `${this.count * ROW}px`;
    const drawn = [];
    for (let place = first; place < last; place += 1) drawn.push(this.row(place));
    this.space.replaceChildren(...drawn);
    if (last > first) {
      this.fetch(Math.floor(first / PART));
      this.fetch(Math.floor((last - 1) / PART));
    }
  }

  row(place) {
    const row = this.rows.get(place);
    const drawn = h(
      "div",
      {
        id: `${this.id}-${place}`,
        role: "option",
        class: "virtual-row",
        "aria-selected": String(place === this.active),
        "aria-posinset": place + 1,
        "aria-setsize": this.count,
        on: { click: () => this.open(place) },
      },
      row ? this.draw(row) : h("span", { class: "quiet" }, "…"),
    );
    drawn.style.top = `${place * ROW}px`;
    return drawn;
  }

  open(place) {
    this.activate(place);
    const row = this.rows.get(place);
    if (row) this.choose(row);
  }

  activate(place) {
    this.active = Math.min(this.count - 1, Math.max(0, place));
    const top = this.active * ROW;
    if (top < this.element.scrollTop) this.element.scrollTop = top;
    if (top + ROW > this.element.scrollTop + this.element.clientHeight)
      this.element.scrollTop = top + ROW - this.element.clientHeight;
    this.show();
    this.element.setAttribute("aria-activedescendant", `${this.id}-${this.active}`);
  }

  key(event) {
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW) - 1);
    const next = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.count - 1,
    }[event.key];
    if (event.key === "Enter" && this.active >= 0) this.open(this.active);
    else if (next !== undefined && this.count) this.activate(next);
    else return;
    event.preventDefault();
  }
}
