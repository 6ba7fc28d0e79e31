// How people and the bot appear: names and pictures.

import { h } from "./dom.js";
import { APP_ICON } from "./icons.js";

const ROLES = { bot: "App", admin: "Admin", outsider: "Other organisation" };

/** Give a name as it is shown. */
export function displayName(user) {
  return user.name.charAt(0).toUpperCase() + user.name.slice(1);
}

/** Draw a picture: the bot's mark, or an initial. */
export function avatar(user) {
  if (user.role === "bot") return h("img", { class: "avatar", src: APP_ICON, alt: "" });
  return h(
    "span",
    { class: `avatar avatar-${user.role}`, "aria-hidden": "true" },
    displayName(user).charAt(0),
  );
}

/** Draw the badge that tells what somebody is, if that is worth telling. */
export function badge(user) {
  return ROLES[user.role] ? h("span", { class: "badge" }, ROLES[user.role]) : null;
}
