// The sidebar: channels, the bot, the articles, and who one is.

import { h, icon } from "./dom.js";
import { APP_ICON, BOOK, HASH, INSPECT, LOCK } from "./icons.js";
import { avatar, badge, displayName } from "./people.js";
import { Place } from "./place.js";

export class Sidebar {
  constructor(page, element) {
    this.page = page;
    this.places = h("div", { class: "places" });
    this.people = h("fieldset", { class: "people" });
    this.wire = h("p", { class: "wire" });
    const mark = h("img", { src: APP_ICON, alt: "", width: "30", height: "30" });
    element.append(
      h(
        "div",
        { class: "brand" },
        mark,
        h("div", {}, h("strong", {}, "Playground"), h("small", {}, "on this machine only")),
      ),
      this.places,
      this.people,
      this.wire,
    );
  }

  update() {
    const { store, place } = this.page;
    const channels = store.workspace.channels.filter((channel) => !channel.is_direct);
    const focused = document.activeElement?.dataset?.place;
    this.places.replaceChildren(
      this.group(
        "Channels",
        channels.map((channel) => this.channelLink(channel)),
      ),
      this.group("App", [
        this.link(
          "bot",
          displayName(store.workspace.bot),
          avatar(store.user(store.workspace.bot.id)),
          this.unread(store.direct(place.user)?.id),
        ),
      ]),
      this.group("Workshop", [this.link("articles", "Articles", icon(BOOK)), this.inspectorButton()]),
    );
    if (focused) this.places.querySelector(`[data-place="${focused}"]`)?.focus();
    this.updatePeople();
    this.updateWire(Object.fromEntries(store.wire));
  }

  group(title, links) {
    return h(
      "section",
      {},
      h("h2", {}, title),
      h(
        "ul",
        {},
        links.map((link) => h("li", {}, link)),
      ),
    );
  }

  channelLink(channel) {
    const note = channel.has_bot
      ? null
      : h(
          "span",
          { title: "The bot is not in this channel", class: "quiet" },
          icon(LOCK),
          h("span", { class: "for-readers" }, "without the bot"),
        );
    return this.link(channel.id, channel.name, icon(HASH), [note, this.unread(channel.id)]);
  }

  link(where, label, picture, more = null) {
    const isHere = this.page.place.where === where || (where === "bot" && this.page.place.where === "home");
    return h(
      "a",
      {
        href: Place.address(where),
        "data-place": where,
        "aria-current": isHere ? "page" : null,
        on: { click: () => this.page.place.set({ isSidebarOpen: false }) },
      },
      picture,
      h("span", { class: "label" }, label),
      more,
    );
  }

  unread(channel) {
    const count = channel ? this.page.reading.unread(this.page.place.user, channel) : 0;
    if (!count || channel === this.page.reading.shown) return null;
    return h("span", { class: "unread" }, String(count), h("span", { class: "for-readers" }, " unread"));
  }

  inspectorButton() {
    const { place } = this.page;
    const toggle = () => place.set({ isInspecting: !place.isInspecting, isSidebarOpen: false });
    return h(
      "button",
      {
        type: "button",
        "data-place": "inspector",
        "aria-pressed": String(place.isInspecting),
        "aria-keyshortcuts": "Alt+I",
        on: { click: toggle },
      },
      icon(INSPECT),
      h("span", { class: "label" }, "Inspector"),
    );
  }

  updateWire({ is_connected: isConnected, connections_opened: opened }) {
    const state = isConnected ? "connected" : opened ? "not connected" : "starting; what you ask waits for it";
    this.wire.textContent = `The bot is ${state}`;
    this.wire.classList.toggle("is-lost", !isConnected);
  }

  updatePeople() {
    const { store, place } = this.page;
    if (this.people.dataset.user === place.user) return;
    this.people.dataset.user = place.user;
    const focused = this.people.contains(document.activeElement);
    this.people.replaceChildren(
      h("legend", {}, "You are"),
      ...store.workspace.users.map((user) => this.person(user)),
    );
    if (focused) this.people.querySelector("input:checked").focus();
  }

  person(user) {
    const { place } = this.page;
    const choose = () => place.set({ user: user.id, thread: "" });
    const input = h("input", {
      type: "radio",
      name: "person",
      value: user.id,
      checked: user.id === place.user,
      on: { change: choose },
    });
    return h(
      "label",
      { class: "person" },
      input,
      avatar(user),
      h("span", { class: "label" }, displayName(user)),
      badge(user),
    );
  }
}
