// Words, links, mentions and emoji, drawn.

import { h } from "../dom.js";
import { parseInline, parseMrkdwn } from "./mrkdwn.js";

const EMOJI = {
  "+1": "👍",
  "-1": "👎",
  thumbsup: "👍",
  thumbsdown: "👎",
  wave: "👋",
  smile: "😄",
  slightly_smiling_face: "🙂",
  tada: "🎉",
  eyes: "👀",
  heart: "❤️",
  fire: "🔥",
  bulb: "💡",
  books: "📚",
  book: "📖",
  mag: "🔍",
  memo: "📝",
  warning: "⚠️",
  white_check_mark: "✅",
  heavy_check_mark: "✔️",
  x: "❌",
  question: "❓",
  information_source: "ℹ️",
  speech_balloon: "💬",
  point_right: "👉",
  pray: "🙏",
  rocket: "🚀",
  thinking_face: "🤔",
  star: "⭐",
  sparkles: "✨",
};
const SAFE = /^(https?|mailto|tel):/i;

/** Draw a text object: plain text as it is, mrkdwn with its styles, in paragraphs. */
export function drawText(object, names) {
  if (object.type === "mrkdwn") return h("div", { class: "text" }, drawMrkdwn(object.text, names));
  return h("div", { class: "text" }, plain(object));
}

/** Draw a text object within a line, such as a label. */
export function drawLine(object, names) {
  if (object.type === "mrkdwn")
    return h(
      "span",
      { class: "text" },
      parseInline(object.text).map((node) => drawNode(node, names)),
    );
  return h("span", { class: "text" }, plain(object));
}

/** Give a plain text object's words, with emoji unless it wants none. */
export function plain(object) {
  if (object.emoji === false) return object.text;
  return object.text.replace(/:([a-z0-9_+-]+):/g, (code, name) => EMOJI[name] ?? code);
}

/** Draw mrkdwn, as messages without blocks and sections have it. */
export function drawMrkdwn(text, names) {
  return parseMrkdwn(text).map((part) => {
    if (part.type === "preformatted") return h("pre", { tabindex: "0" }, h("code", {}, part.text));
    const children = part.children.map((node) => drawNode(node, names));
    return part.type === "quote" ? h("blockquote", {}, children) : h("p", {}, children);
  });
}

function drawNode(node, names) {
  switch (node.type) {
    case "text":
      return node.text;
    case "code":
      return h("code", {}, node.text);
    case "bold":
      return h(
        "strong",
        {},
        node.children.map((child) => drawNode(child, names)),
      );
    case "italic":
      return h(
        "em",
        {},
        node.children.map((child) => drawNode(child, names)),
      );
    case "strike":
      return h(
        "s",
        {},
        node.children.map((child) => drawNode(child, names)),
      );
    case "link":
      return drawLink(node.url, node.text);
    case "emoji":
      return drawEmoji(node.name);
    default:
      return drawReference(node, names);
  }
}

/** Draw a link; an address that no browser should follow stays text. */
export function drawLink(url, text) {
  if (!SAFE.test(url)) return h("span", { class: "unlinked", title: url }, text || url);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text || url);
}

/** Draw an emoji by name, or its code if this page has no picture of it. */
export function drawEmoji(name, unicode = "") {
  const character = unicode
    ? String.fromCodePoint(...unicode.split("-").map((code) => parseInt(code, 16)))
    : EMOJI[name];
  if (!character) return `:${name}:`;
  return h("span", { role: "img", "aria-label": name.replaceAll("_", " ") }, character);
}

/** Draw a mention of a person, channel, group or everybody: these notify, so they stand out. */
export function drawReference(node, names) {
  const label = {
    user: () => `@${names.user(node.id ?? node.user_id)}`,
    channel: () => `#${node.label || names.channel(node.id ?? node.channel_id)}`,
    usergroup: () => node.label || `@${node.id ?? node.usergroup_id}`,
    broadcast: () => `@${node.range}`,
  }[node.type];
  return h("span", { class: `mention mention-${node.type}` }, label());
}
