// A message: who said it and when, its blocks, and what can be done with it.

import { drawBlocks } from "./blocks/index.js";
import { drawMrkdwn } from "./blocks/text.js";
import { h, icon } from "./dom.js";
import { INSPECT, LOCK, MORE, REPLY } from "./icons.js";
import { menuButton } from "./menu.js";
import { avatar, badge, displayName } from "./people.js";
import { time } from "./times.js";

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
  if (message.blocks.length) return drawBlocks(message.blocks, surface);
  return h("div", { class: "blocks" }, h("div", { class: "text" }, drawMrkdwn(message.text, surface.names)));
}

function drawTools(page, message, reply) {
  const replyButton =
    reply && !message.visible_to
      ? h(
          "button",
          {
            type: "button",
            class: "tool",
            "aria-label": "Reply in thread",
            title: "Reply in thread",
            on: { click: reply },
          },
          icon(REPLY),
        )
      : null;
  const inspectButton = message.blocks.length
    ? h(
        "button",
        {
          type: "button",
          class: "tool",
          "aria-label": "Show block JSON",
          title: "Show block JSON",
          on: { click: () => page.inspect("blocks", message) },
        },
        icon(INSPECT),
      )
    : null;
  const shortcuts = shortcutsOf(page, message);
  const menu = shortcuts.length
    ? menuButton(
        { class: "tool", "aria-label": "Shortcuts for this message", title: "Shortcuts" },
        icon(MORE),
        () => shortcuts,
      )
    : null;
  return h("div", { class: "tools" }, replyButton, inspectButton, menu);
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
