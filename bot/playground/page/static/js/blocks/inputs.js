// Input blocks: a label, a field, a hint, and what is wrong with it.

import { freshId, h } from "../dom.js";
import { choose } from "./choices.js";
import { drawElement } from "./elements.js";
import { plain } from "./text.js";

const TYPES = {
  plain_text_input: "text",
  email_text_input: "email",
  url_text_input: "url",
  number_input: "number",
  rich_text_input: "text",
};
const MOST = 3000;

export function drawInput(block, surface) {
  const ids = { label: freshId("label"), hint: freshId("hint"), error: freshId("error") };
  const error = surface.errors?.[block.block_id];
  const described = {
    "aria-labelledby": ids.label,
    "aria-describedby": [block.hint && ids.hint, error && ids.error].filter(Boolean).join(" ") || null,
    "aria-invalid": error ? "true" : null,
  };
  const inside = { ...surface, isForm: !block.dispatch_action };
  return h(
    "div",
    { class: error ? "input has-error" : "input" },
    h(
      "div",
      { class: "label", id: ids.label },
      plain(block.label),
      block.optional ? h("small", {}, " (optional)") : null,
    ),
    TYPES[block.element.type]
      ? drawField(block, inside, described)
      : drawElement(block.element, inside, described),
    error ? h("p", { class: "error", id: ids.error, role: "alert" }, error) : null,
    block.hint ? h("p", { class: "hint", id: ids.hint }, plain(block.hint)) : null,
  );
}

function drawField(block, surface, described) {
  const { element } = block;
  const attributes = {
    class: "field",
    "data-action": element.action_id,
    placeholder: element.placeholder ? plain(element.placeholder) : null,
    maxlength: element.max_length ?? MOST,
    autofocus: element.focus_on_load,
    ...described,
    on: {
      input: (event) => {
        surface.values[element.action_id] = event.target.value;
      },
      change: (event) => surface.isForm || choose(element, surface, event.target.value),
    },
  };
  const value = surface.values[element.action_id] ?? element.initial_value ?? "";
  const isLong = element.multiline || element.type === "rich_text_input";
  const field = isLong
    ? h("textarea", { rows: "4", ...attributes })
    : h("input", { type: TYPES[element.type], ...attributes });
  field.value = value;
  return field;
}
