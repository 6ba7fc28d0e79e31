// The line above a conversation, the Home tab or the articles.

import { h, icon } from "./dom.js";
import { HASH, INSPECT, MENU } from "./icons.js";
import { avatar, displayName } from "./people.js";
import { Place } from "./place.js";
import { tool } from "./tool.js";

/** Draw the heading of a channel, or of the bot with its tabs. */
export function drawHeading(page, channel) {
  if (!channel.is_direct) {
    const note = channel.has_bot ? "" : "The bot is not in this channel";
    return frame(page, [icon(HASH), h("h1", {}, channel.name)], h("span", { class: "quiet" }, note));
  }
  const bot = page.store.user(page.store.workspace.bot.id);
  return frame(page, [avatar(bot), h("h1", {}, displayName(bot))], drawTabs(page));
}

function drawTabs(page) {
  const tab = (where, label) =>
    h("a", { href: Place.address(where), "aria-current": page.place.where === where ? "page" : null }, label);
  return h(
    "nav",
    { class: "tabs", "aria-label": "Tabs of the app" },
    tab("home", "Home"),
    tab("bot", "Messages"),
  );
}

/** Draw a heading with the buttons that every view has. */
export function frame(page, title, more = null) {
  const { place } = page;
  const openSidebar = tool("Show channels", MENU, () => place.set({ isSidebarOpen: !place.isSidebarOpen }), {
    class: "tool only-narrow",
  });
  const inspect = tool("Inspector", INSPECT, () => place.set({ isInspecting: !place.isInspecting }), {
    title: "Inspector (Alt+I)",
    "aria-pressed": String(place.isInspecting),
  });
  return h(
    "header",
    { class: "view-heading" },
    openSidebar,
    h("div", { class: "view-title" }, title),
    h("div", { class: "view-more" }, more),
    inspect,
  );
}
