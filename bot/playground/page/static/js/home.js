// The Home tab of the app, as the bot published it.

import { drawBlocks } from "./blocks/index.js";
import { h } from "./dom.js";
import { drawHeading } from "./heading.js";
import { INSPECT } from "./icons.js";
import { tool } from "./tool.js";

export class Home {
  constructor(page, element) {
    this.page = page;
    this.heading = h("div");
    this.body = h("div", { class: "scroller home" });
    this.section = h("section", { class: "view", hidden: true }, this.heading, this.body);
    element.append(this.section);
    this.opened = "";
  }

  update() {
    const { place, store } = this.page;
    this.section.hidden = place.where !== "home";
    if (this.section.hidden) {
      this.opened = "";
      return;
    }
    this.heading.replaceChildren(drawHeading(this.page, store.direct(place.user)));
    this.open(place.user);
    const view = store.homes.get(place.user);
    const key = `${place.user} ${view?.hash ?? ""}`;
    if (this.body.dataset.key === key) return;
    this.body.dataset.key = key;
    this.body.replaceChildren(view ? this.draw(view) : this.drawNothing());
  }

  open(user) {
    if (this.opened === user) return;
    this.opened = user;
    this.page.connection.do({ do: "open_home", user, tab: "home" });
  }

  draw(view) {
    const inspect = tool("Show block JSON", INSPECT, () => this.page.inspect("blocks", view));
    return h(
      "div",
      { class: "home-page" },
      drawBlocks(view.blocks, this.page.surfaces.ofView(view)),
      h("div", { class: "tools" }, inspect),
    );
  }

  drawNothing() {
    return h(
      "div",
      { class: "intro" },
      h("h2", {}, "Nothing here yet"),
      h("p", {}, "The bot has not published a Home tab for you."),
    );
  }
}
