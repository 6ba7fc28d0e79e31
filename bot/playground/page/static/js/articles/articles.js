// The articles, for authors: a list with what the check says, and one of them as Slack would show it.

import { h, icon } from "../dom.js";
import { frame } from "../heading.js";
import { BOOK } from "../icons.js";
import { Preview } from "./preview.js";
import { VirtualList } from "./virtual-list.js";

const PAUSE_MS = 150;

export class Articles {
  constructor(page, element) {
    this.page = page;
    this.heading = h("div");
    this.wanted = h("input", {
      type: "search",
      class: "field",
      placeholder: "Find by title, subject or file",
      "aria-label": "Find articles",
      on: { input: () => this.searched() },
    });
    this.only = h("input", { type: "checkbox", on: { change: () => this.list.reload() } });
    this.summary = h("p", { class: "quiet", role: "status" });
    this.list = new VirtualList({
      label: "Articles",
      fetchPart: (offset, limit) => this.fetchPart(offset, limit),
      draw: drawRow,
      choose: (row) => page.place.go("articles", row.url),
    });
    this.preview = new Preview(page);
    const filters = h(
      "div",
      { class: "filters" },
      this.wanted,
      h("label", { class: "tick" }, this.only, "Only with findings"),
      this.summary,
    );
    this.section = h(
      "section",
      { class: "view articles", hidden: true },
      this.heading,
      h(
        "div",
        { class: "shelf" },
        h("div", { class: "shelf-list" }, filters, this.list.element),
        this.preview.element,
      ),
    );
    element.append(this.section);
    this.version = null;
  }

  update() {
    const { place, store } = this.page;
    this.section.hidden = place.kind !== "articles";
    if (this.section.hidden) return;
    this.heading.replaceChildren(
      frame(
        this.page,
        [icon(BOOK), h("h1", {}, "Articles")],
        h("span", { class: "quiet" }, "as they stand on disk"),
      ),
    );
    this.section.classList.toggle("has-article", Boolean(place.article));
    const isFirst = this.version === null;
    if (isFirst || this.version !== store.articles.version) {
      this.version = store.articles.version;
      this.list.reload({ stays: !isFirst });
    }
    this.preview.show(place.article, this.version);
  }

  searched() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.list.reload(), PAUSE_MS);
  }

  async fetchPart(offset, limit) {
    if (this.version < 1) this.summary.textContent = "Reading the articles…";
    const query = new URLSearchParams({
      wanted: this.wanted.value,
      offset,
      limit,
      only: this.only.checked ? "findings" : "",
    });
    const answer = await fetch(`/page/articles?${query}`);
    const part = await answer.json();
    this.summary.textContent = summaryOf(part);
    return part;
  }
}

function summaryOf({ matching, articles, listed, findings, is_checked: isChecked, unchecked }) {
  const broken = listed - articles;
  const all = counted(articles, "article") + (broken ? `, ${counted(broken, "file")} without one` : "");
  const some = `${matching.toLocaleString("en")} of ${counted(listed, broken ? "file" : "article")}`;
  const shown = matching === listed ? all : some;
  if (unchecked) return `${shown} · not checked: ${unchecked}`;
  return `${shown} · ${isChecked ? counted(findings, "finding") : "checking…"}`;
}

function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

function drawRow(row) {
  const finding = row.findings
    ? h(
        "span",
        { class: `mark severity-${row.severity}` },
        row.findings === 1 ? `1 ${row.severity}` : `${row.findings} findings`,
      )
    : null;
  return [
    h("span", { class: "row-title" }, row.title),
    h("span", { class: "row-more" }, h("span", { class: "quiet" }, row.subject || "no subject"), finding),
  ];
}
