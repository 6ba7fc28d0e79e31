// A message: who said it and when, its blocks, and what can be done with it.

import { drawBlocks } from "./blocks/index.js";
import { drawMrkdwn } from "./blocks/text.js";
import { h, icon } from "./dom.js";
import { INSPECT, LOCK, MORE, REPLY } from "./icons.js";
import { menuButton } from "./menu.js";
import { avatar, badge, displayName } from "./people.js";
import { time } from "./times.js";
import { tool } from "./tool.js";

/** Draw a message. `reply` opens its thread; without it there is no such button. */
export function drawMessage(page, message, { reply = null } = {}) {
  const author = page.store.user(message.user);
  const body = h(
    "div",
    { class: "message-body" },
    h(
      "div",
      { class: "message-heading" },
      h("strong", {}, displayName(author)),
      badge(author),
      time(message.ts),
      message.is_edited ? h("span", { class: "quiet" }, "(edited)") : null,
    ),
    drawContent(page, message),
  );
  return h(
    "article",
    {
      class: message.visible_to ? "message only-you" : "message",
      tabindex: "-1",
      "data-ts": message.ts,
      "aria-label": `${displayName(author)} wrote`,
    },
    message.visible_to ? h("p", { class: "only-you-note" }, icon(LOCK), "Only visible to you") : null,
    avatar(author),
    body,
    drawTools(page, message, reply),
  );
}

function drawContent(page, message) {
  const surface = page.surfaces.ofMessage(message);
  const unfurls = message.unfurls.length
    ? h("div", { class: "unfurl", role: "group", "aria-label": "Preview" }, drawBlocks(message.unfurls, surface))
    : null;
  return h("div", {}, drawSaid(message, surface), unfurls);
}

function drawSaid(message, surface) {
  if (message.blocks.length) return drawBlocks(message.blocks, surface);
  if (!message.text) return null;
  return h("div", { class: "blocks" }, h("div", { class: "text" }, drawMrkdwn(message.text, surface.names)));
}

function drawTools(page, message, reply) {
  const canReply = reply && !message.visible_to;
  return h(
    "div",
    { class: "tools" },
    canReply ? tool("Reply in thread", REPLY, reply) : null,
    message.blocks.length ? tool("Show block JSON", INSPECT, () => page.inspect("blocks", message)) : null,
    drawShortcuts(shortcutsOf(page, message)),
  );
}

function drawShortcuts(shortcuts) {
  if (!shortcuts.length) return null;
  const attributes = { class: "tool", "aria-label": "Shortcuts for this message", title: "Shortcuts" };
  return menuButton(attributes, icon(MORE), () => shortcuts);
}

function shortcutsOf(page, message) {
  if (message.visible_to) return []; // Slack has none on messages that only one person sees
  const on = { channel: message.channel, ts: message.ts };
  return page.store.workspace.shortcuts
    .filter((shortcut) => shortcut.is_on_message)
    .map(({ name, callback_id }) => ({
      label: name,
      choose: () => page.surfaces.send({ do: "shortcut", callback_id, on }),
    }));
}

/** Move the focus between messages with the arrow keys; Escape leads to `composer`. */
export function moveBetweenMessages(event, list, composer) {
  if (!event.target.matches("article.message")) return;
  const messages = [...list.querySelectorAll("article.message")];
  const at = messages.indexOf(event.target);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: messages.length - 1 }[event.key];
  if (event.key === "Escape" || next === messages.length) composer.focus();
  else if (next !== undefined) messages[Math.max(0, next)].focus();
  else return;
  event.preventDefault();
}
