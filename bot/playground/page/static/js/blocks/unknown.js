// What this page has no drawing for is shown as it came, with its name: nothing is dropped.

import { h } from "../dom.js";

export function drawUnknown(what, json) {
  return h(
    "details",
    { class: "unknown" },
    h(
      "summary",
      {},
      `${what}: ${json.type ?? "without a type"}`,
      h("small", {}, "not drawn here; press for its JSON"),
    ),
    h("pre", { tabindex: "0" }, h("code", {}, JSON.stringify(json, null, 2))),
  );
}
