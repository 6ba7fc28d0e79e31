// The small buttons that are only a drawing.

import { h, icon } from "./dom.js";

/** Draw one; the label is for screen readers and shows when one points at it. */
export function tool(label, drawing, click, more = {}) {
  const attributes = { type: "button", class: "tool", "aria-label": label, title: label, ...more };
  return h("button", { ...attributes, on: { click } }, icon(drawing));
}
