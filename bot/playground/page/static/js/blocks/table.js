// The table block: a first row of headings, columns aligned as the app asked.

import { h } from "../dom.js";
import { drawRichText } from "./rich-text.js";

export function drawTable(block, names) {
  const [head, ...body] = block.rows ?? [];
  const settings = block.column_settings ?? [];
  const table = h(
    "table",
    {},
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        (head ?? []).map((cell, column) => drawCell("th", cell, settings[column], names)),
      ),
    ),
    h(
      "tbody",
      {},
      body.map((row) =>
        h(
          "tr",
          {},
          row.map((cell, column) => drawCell("td", cell, settings[column], names)),
        ),
      ),
    ),
  );
  // Wide tables scroll sideways; whoever has no mouse scrolls them too, so they take the focus.
  return h("div", { class: "table", tabindex: "0", role: "group", "aria-label": "Table" }, table);
}

function drawCell(tag, cell, setting, names) {
  const content = cell.type === "rich_text" ? drawRichText(cell, names) : (cell.text ?? "");
  const classes = [`align-${setting?.align ?? "left"}`, setting?.is_wrapped ? "wrapped" : "unwrapped"];
  return h(tag, { class: classes.join(" "), scope: tag === "th" ? "col" : null }, content);
}
