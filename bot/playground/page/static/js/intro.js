// What stands where nothing was said yet.

import { h, icon } from "./dom.js";
import { APP_ICON, HASH } from "./icons.js";
import { displayName } from "./people.js";

/** Introduce a channel: how the bot is reached there. */
export function introduceChannel(channel, workspace) {
  return [icon(HASH), h("h2", {}, `#${channel.name}`), h("p", {}, ways(channel, workspace))];
}

function ways(channel, { bot, commands: [command] }) {
  const typed = h("code", {}, command);
  if (channel.has_bot) {
    return ["Mention the bot with ", h("code", {}, `@${bot.name}`), ", or ask privately with ", typed, "."];
  }
  return ["The bot is not in this channel, so a mention does not reach it. ", typed, " works everywhere."];
}

/** Introduce the direct message with the bot, with what it suggests to ask; `send` asks it. */
export function introduceBot(bot, prompts, send) {
  const suggested = prompts.map(({ title, message }) =>
    h("button", { type: "button", class: "button", on: { click: () => send(message) } }, title),
  );
  return [
    h("img", { src: APP_ICON, alt: "", width: "56", height: "56" }),
    h("h2", {}, `Ask ${displayName(bot)}`),
    h(
      "p",
      {},
      "Write a question in your own words, as you would in Slack. The answer is an article's own words.",
    ),
    h("div", { class: "prompts" }, suggested),
  ];
}
