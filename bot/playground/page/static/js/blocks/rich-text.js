// rich_text: sections, lists within lists, quotations and preformatted text.
//
// Slack sends nested lists flat, each with its indent; here they become lists within items again.

import { h } from "../dom.js";
import { drawEmoji, drawLink, drawReference } from "./text.js";

const STYLE_TAGS = {
  bold: "strong",
  italic: "em",
  strike: "s",
  underline: "u",
  code: "code",
  highlight: "mark",
};

/** Draw a rich_text block, or the cell of a table that holds one. */
export function drawRichText(block, names) {
  const holder = h("div", { class: "rich-text" });
  let open = [];
  for (const element of block.elements ?? []) {
    if (element.type === "rich_text_list") {
      open = addList(holder, open, element, names);
    } else {
      open = [];
      holder.append(drawPart(element, names));
    }
  }
  return holder;
}

function drawPart(element, names) {
  const children = (element.elements ?? []).map((one) => drawElement(one, names));
  const bordered = element.border ? " bordered" : "";
  switch (element.type) {
    case "rich_text_section":
      return h("p", {}, children);
    case "rich_text_quote":
      return h("blockquote", {}, children);
    case "rich_text_preformatted":
      return h("pre", { class: bordered.trim() || null, tabindex: "0" }, h("code", {}, children));
    default:
      return h("p", { class: "unknown-part" }, JSON.stringify(element));
  }
}

// `open` holds the lists that an element may continue or nest in, the outermost first: {indent, style, list}.
function addList(holder, open, element, names) {
  const indent = element.indent ?? 0;
  const levels = open.filter((level) => level.indent <= indent);
  const last = levels.at(-1);
  const continues = last && last.indent === indent && last.style === element.style;
  if (!continues) {
    if (last?.indent === indent) levels.pop();
    levels.push(newList(levels.at(-1)?.list.lastElementChild ?? holder, element, indent));
  }
  fill(levels.at(-1).list, element, names);
  return levels;
}

function newList(parent, element, indent) {
  const list = h(element.style === "ordered" ? "ol" : "ul", { class: element.border ? "bordered" : null });
  parent.append(list);
  return { indent, style: element.style, list };
}

function fill(list, element, names) {
  (element.elements ?? []).forEach((item, place) => {
    const value = element.style === "ordered" ? (element.offset ?? 0) + place + 1 : null;
    list.append(
      h(
        "li",
        { value },
        (item.elements ?? []).map((one) => drawElement(one, names)),
      ),
    );
  });
}

function drawElement(element, names) {
  switch (element.type) {
    case "text":
      return styled(element, element.text);
    case "link":
      return styled(element, drawLink(element.url, element.text));
    case "emoji":
      return drawEmoji(element.name, element.unicode);
    case "date":
      return h("time", {}, element.fallback ?? new Date(element.timestamp * 1000).toLocaleString("en"));
    case "color":
      return h("code", {}, element.value);
    case "user":
    case "channel":
    case "usergroup":
    case "broadcast":
      return styled(element, drawReference(element, names));
    default:
      return h("code", { class: "unknown-part" }, JSON.stringify(element));
  }
}

function styled(element, content) {
  const tags = Object.entries(STYLE_TAGS).filter(([style]) => element.style?.[style]);
  return tags.reduceRight((inner, [, tag]) => h(tag, {}, inner), content);
}
