// Why the bot replied as it did: the outcome, the best articles, and what the search understood.

import { freshId, h } from "../dom.js";

export class Explanation {
  constructor(page) {
    this.page = page;
    const id = freshId("question");
    this.field = h("input", { id, class: "field", type: "text", placeholder: "Any question" });
    this.result = h("div", { "aria-live": "polite" });
    const submit = (event) => {
      event.preventDefault();
      this.explain(this.field.value);
    };
    this.element = h(
      "div",
      { class: "explanation" },
      h(
        "form",
        { on: { submit } },
        h("label", { for: id }, "Question"),
        h(
          "div",
          { class: "field-with-button" },
          this.field,
          h("button", { type: "submit", class: "button" }, "Explain"),
        ),
      ),
      this.result,
    );
    this.asked = "";
  }

  update() {
    const question = this.page.store.lastQuestion();
    if (!question || question === this.asked) return;
    this.asked = question;
    this.field.value = question;
    this.explain(question);
  }

  async explain(question) {
    if (!question.trim()) return;
    const answer = await fetch(`/page/explanation?${new URLSearchParams({ question })}`);
    if (!answer.ok) {
      this.result.replaceChildren(h("p", { class: "empty" }, "This question cannot be explained."));
      return;
    }
    this.result.replaceChildren(...draw(await answer.json()));
  }
}

function draw({ outcome, release, hits, reasons }) {
  return [
    h("p", {}, "Outcome: ", h("strong", {}, outcome), h("span", { class: "quiet" }, ` · release ${release}`)),
    h("ol", { class: "hits" }, hits.map(drawHit)),
    reasons.length
      ? h(
          "section",
          {},
          h("h3", {}, "What decided"),
          h(
            "ul",
            {},
            reasons.map((reason) => h("li", {}, reason)),
          ),
        )
      : null,
  ].filter(Boolean);
}

function drawHit(hit) {
  const percent = `${Math.round(hit.confidence * 100)} %`;
  const words = hit.matches.map(({ field, words: found }) => `${field}: ${found.join(", ")}`).join(" · ");
  return h(
    "li",
    {},
    h("div", { class: "hit-title" }, h("span", {}, hit.title), h("span", { class: "hit-share" }, percent)),
    h("meter", { min: "0", max: "1", value: hit.confidence, "aria-label": `Confidence ${percent}` }),
    words ? h("small", { class: "quiet" }, words) : null,
  );
}
