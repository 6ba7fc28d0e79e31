// One article as Slack would show it, with what the check says of its file.

import { drawBlocks } from "../blocks/index.js";
import { h } from "../dom.js";
import { BACK, INSPECT } from "../icons.js";
import { avatar, badge, displayName } from "../people.js";
import { tool } from "../tool.js";

export class Preview {
  constructor(page) {
    this.page = page;
    this.element = h("div", { class: "preview", "aria-live": "polite" });
    this.shown = "";
  }

  async show(url, version) {
    const key = `${version} ${url}`;
    if (this.shown === key) return;
    const isSame = this.shown.endsWith(` ${url}`);
    this.shown = key;
    if (!url) {
      this.element.replaceChildren(
        h(
          "div",
          { class: "intro" },
          h("h2", {}, "Choose an article"),
          h("p", {}, "You see it as Slack would show it. Save the file, and this page follows."),
        ),
      );
      return;
    }
    const answer = await fetch(`/page/article?${new URLSearchParams({ url })}`);
    if (this.shown !== key) return;
    const top = this.element.scrollTop;
    this.element.replaceChildren(this.draw(await answer.json()));
    this.element.scrollTop = isSame ? top : 0;
  }

  draw(article) {
    const back = tool("Back to the list", BACK, () => this.page.place.go("articles"), {
      class: "tool only-narrow",
    });
    if (!article)
      return h("div", { class: "preview-page" }, back, h("p", {}, "This article is not in the collection."));
    return h(
      "div",
      { class: "preview-page" },
      h("div", { class: "preview-file" }, back, h("code", {}, article.file)),
      drawRemarks(article),
      article.answer.length ? this.drawPart("As an answer", article.answer) : null,
      article.pages.length ? this.drawPart("The full answer", article.pages) : null,
    );
  }

  drawPart(title, blocks) {
    const bot = this.page.store.user(this.page.store.workspace.bot.id);
    const surface = {
      names: this.page.surfaces.names(),
      values: {},
      press: () => this.page.tell("This is a preview: its buttons do nothing."),
      options: () => ({ options: [] }),
    };
    const subject = { blocks, title: { text: title } };
    const inspect = tool(`Show block JSON: ${title}`, INSPECT, () => this.page.inspect("blocks", subject));
    return h(
      "section",
      { class: "preview-part" },
      h("h2", {}, title, inspect),
      h(
        "div",
        { class: "message is-preview" },
        avatar(bot),
        h(
          "div",
          { class: "message-body" },
          h("div", { class: "message-heading" }, h("strong", {}, displayName(bot)), badge(bot)),
          drawBlocks(blocks, surface),
        ),
      ),
    );
  }
}

function drawRemarks({ remarks, is_checked: isChecked, unchecked }) {
  if (remarks.length) return h("ul", { class: "remarks" }, remarks.map(drawRemark));
  if (unchecked) return h("p", { class: "quiet" }, `Not checked: ${unchecked}`);
  if (!isChecked) return h("p", { class: "quiet" }, "Being checked…");
  return h("p", { class: "fine" }, "The check finds nothing to mend.");
}

function drawRemark(remark) {
  return h(
    "li",
    { class: `severity-${remark.severity}` },
    h("strong", {}, `${remark.severity} · line ${remark.line}`),
    h("span", {}, remark.message),
    h("code", {}, remark.code),
  );
}
