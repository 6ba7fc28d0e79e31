// Slack's mrkdwn, taken apart. Pure: text in, a tree of plain objects out.
//
// https://docs.slack.dev/messaging/formatting-message-text

const FENCE = /^```\n?([\s\S]*?)\n?```/;
const CODE = /^`([^`\n]+)`/;
const REFERENCE = /^<([^<>\n]+)>/;
const EMOJI = /^:([a-z0-9_+'-]+):/;
const STYLES = { "*": "bold", _: "italic", "~": "strike" };
const SPECIAL = /[`<:*_~]/g;

/** Take a text apart into paragraphs and quotations, and those into words, styles, links and references. */
export function parseMrkdwn(text) {
  const parts = [];
  for (const piece of text.split(/(```[\s\S]*?```)/)) {
    if (FENCE.test(piece)) parts.push({ type: "preformatted", text: unescape(FENCE.exec(piece)[1]) });
    else parts.push(...parseLines(piece));
  }
  return parts;
}

function parseLines(text) {
  const parts = [];
  for (const run of text.split(/((?:^&gt;.*(?:\n|$))+)/m)) {
    if (/^&gt;/.test(run))
      parts.push({ type: "quote", children: parseInline(run.replace(/^&gt; ?/gm, "").trimEnd()) });
    else if (run.trim())
      parts.push({ type: "paragraph", children: parseInline(run.replace(/^\n|\n$/g, "")) });
  }
  return parts;
}

/** Take one paragraph apart. */
export function parseInline(text) {
  const nodes = [];
  let rest = text;
  let before = "";
  while (rest) {
    const found = tokenAt(rest, before);
    if (found) {
      nodes.push(found.node);
      before = rest.charAt(found.length - 1);
      rest = rest.slice(found.length);
    } else {
      const length = plainLength(rest);
      addText(nodes, unescape(rest.slice(0, length)));
      before = rest.charAt(length - 1);
      rest = rest.slice(length);
    }
  }
  return nodes;
}

function plainLength(rest) {
  SPECIAL.lastIndex = 1;
  return SPECIAL.exec(rest)?.index ?? rest.length;
}

function addText(nodes, text) {
  if (nodes.at(-1)?.type === "text") nodes.at(-1).text += text;
  else nodes.push({ type: "text", text });
}

function tokenAt(rest, before) {
  const code = CODE.exec(rest);
  if (code) return { node: { type: "code", text: unescape(code[1]) }, length: code[0].length };
  const reference = REFERENCE.exec(rest);
  if (reference) return { node: readReference(reference[1]), length: reference[0].length };
  const emoji = EMOJI.exec(rest);
  if (emoji) return { node: { type: "emoji", name: emoji[1] }, length: emoji[0].length };
  return styled(rest, before);
}

// A style begins before a word and ends behind one, and both ends touch no other word.
function styled(rest, before) {
  const mark = rest.charAt(0);
  if (!STYLES[mark] || /[\p{L}\p{N}]/u.test(before) || /^[\s*_~]?$/.test(rest.charAt(1))) return null;
  const escaped = mark === "*" ? "\\*" : mark;
  const found = new RegExp(`^${escaped}([^\\n]*?[^\\s${escaped}])${escaped}(?![\\p{L}\\p{N}])`, "u").exec(
    rest,
  );
  if (!found) return null;
  return { node: { type: STYLES[mark], children: parseInline(found[1]) }, length: found[0].length };
}

function readReference(inside) {
  const [target, label] = split(inside);
  if (target.startsWith("@")) return { type: "user", id: target.slice(1) };
  if (target.startsWith("#")) return { type: "channel", id: target.slice(1), label };
  if (target.startsWith("!subteam^")) return { type: "usergroup", id: target.slice(9), label };
  if (target.startsWith("!date^")) return { type: "text", text: label };
  if (target.startsWith("!")) return { type: "broadcast", range: target.slice(1) };
  return { type: "link", url: unescape(target), text: label || unescape(target).replace(/^mailto:/, "") };
}

function split(inside) {
  const bar = inside.indexOf("|");
  return bar < 0 ? [inside, ""] : [inside.slice(0, bar), unescape(inside.slice(bar + 1))];
}

/** Undo Slack's escaping of `<`, `>` and `&`. */
export function unescape(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
