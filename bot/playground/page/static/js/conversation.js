// A channel or the direct message with the bot: heading, messages, and the field to write in.

import { Composer } from "./composer.js";
import { h, keyed } from "./dom.js";
import { drawHeading } from "./heading.js";
import { introduceBot, introduceChannel } from "./intro.js";
import { drawMessage, moveBetweenMessages } from "./messages.js";
import { avatar, displayName } from "./people.js";
import { Scrolling } from "./scrolling.js";
import { time } from "./times.js";

export class Conversation {
  constructor(page, element) {
    this.page = page;
    this.heading = h("div");
    this.list = h("div", {
      class: "messages",
      role: "log",
      "aria-label": "Messages",
      on: { keydown: (event) => this.key(event) },
    });
    this.intro = h("div", { class: "intro" });
    const scroller = h("div", { class: "scroller" }, this.intro, this.list);
    this.scrolling = new Scrolling(scroller, this.list);
    this.composer = new Composer(page, { isMain: true, focusLast: () => this.focusLast() });
    this.section = h(
      "section",
      { class: "view conversation", hidden: true },
      this.heading,
      scroller,
      this.composer.element,
    );
    element.append(this.section);
    this.shown = "";
    this.answered = new Set();
  }

  update() {
    const { place, store, reading } = this.page;
    const channel = store.channel(reading.shown);
    this.section.hidden = !channel;
    if (!channel) return;
    this.open(channel, place);
    const roots = store.seenBy(place.user, channel.id).filter(isTopLevel);
    keyed(
      this.list,
      roots.map((message) => this.entry(message, channel)),
      ({ key }) => key,
      (entry) => this.draw(entry),
    );
    this.updateIntro(channel, roots);
    this.scrolling.settle();
    this.openAnswered(channel, roots);
  }

  open(channel, place) {
    const key = `${place.user}/${channel.id}`;
    this.heading.replaceChildren(drawHeading(this.page, channel));
    this.composer.moveTo({
      channel: channel.id,
      thread: null,
      label: channel.is_direct
        ? `Message ${displayName(this.page.store.workspace.bot)}`
        : `Message #${channel.name}`,
    });
    if (this.shown === key) return;
    this.shown = key;
    this.entries = new Map();
    this.isFresh = true;
    this.list.replaceChildren();
    this.scrolling.reset();
    if (matchMedia("(min-width: 720px)").matches && !place.thread) this.composer.focus();
    if (channel.is_direct) this.page.connection.do({ do: "open_home", user: place.user, tab: "messages" });
  }

  // A message with its replies; the same object as before as long as nothing about it changed.
  entry(message, channel) {
    const replies = this.page.store
      .seenBy(this.page.place.user, channel.id)
      .filter((one) => one.thread_ts === message.ts && one !== message);
    const status = this.page.store.statuses.get(`${channel.id}/${message.ts}`) ?? "";
    const known = this.entries.get(message.ts);
    if (known && known.message === message && known.status === status && isSame(known.replies, replies))
      return known;
    const entry = { key: `${this.shown} ${message.ts}`, message, replies, status, channel };
    this.entries.set(message.ts, entry);
    return entry;
  }

  draw({ message, replies, status, channel }) {
    const reply = () => this.page.place.go(this.page.place.where, message.ts);
    const drawn = drawMessage(this.page, message, { reply });
    const holder = h("div", { class: "entry" }, drawn);
    if (channel.is_direct && replies.length) holder.append(this.drawInline(replies, reply));
    else if (replies.length) holder.append(this.drawSummary(replies, reply));
    if (status)
      holder.append(
        h(
          "p",
          { class: "status", role: "status" },
          `${displayName(this.page.store.workspace.bot)} ${status}`,
        ),
      );
    return holder;
  }

  // Between one person and the bot every question is a thread, so the replies stand right below.
  drawInline(replies, reply) {
    const again = h(
      "button",
      { type: "button", class: "text-button", on: { click: reply } },
      "Reply in this thread",
    );
    return h(
      "div",
      { class: "replies" },
      replies.map((one) => drawMessage(this.page, one)),
      again,
    );
  }

  drawSummary(replies, reply) {
    const authors = [...new Set(replies.map((one) => one.user))]
      .slice(0, 4)
      .map((id) => avatar(this.page.store.user(id)));
    const count = replies.length === 1 ? "1 reply" : `${replies.length} replies`;
    return h(
      "button",
      { type: "button", class: "thread-summary", on: { click: reply } },
      authors,
      h("strong", {}, count),
      h("span", { class: "quiet" }, time(replies.at(-1).ts)),
    );
  }

  updateIntro(channel, roots) {
    this.intro.hidden = roots.length > 0;
    const prompts = this.page.store.prompts.get(channel.id);
    const key = JSON.stringify([channel.id, prompts ?? null]);
    if (this.intro.dataset.key === key) return;
    this.intro.dataset.key = key;
    this.intro.replaceChildren(...this.drawIntro(channel, prompts));
  }

  drawIntro(channel, prompts) {
    const { workspace } = this.page.store;
    if (!channel.is_direct) return introduceChannel(channel, workspace);
    return introduceBot(workspace.bot, prompts?.prompts ?? [], (question) => this.composer.send(question));
  }

  // Whoever asks in a channel wants to read the answer, which comes in a thread: it opens by itself, once.
  openAnswered(channel, roots) {
    const answered = roots.filter(
      (message) => message.user === this.page.place.user && this.entries.get(message.ts).replies.length,
    );
    const news = answered.filter((message) => !this.answered.has(message.ts));
    for (const message of news) this.answered.add(message.ts);
    if (news.length && !this.isFresh && !channel.is_direct)
      this.page.place.go(this.page.place.where, news.at(-1).ts);
    this.isFresh = false;
  }

  focusLast() {
    this.list.querySelector(".entry:last-child article.message:last-of-type")?.focus();
  }

  key(event) {
    moveBetweenMessages(event, this.list, this.composer);
  }
}

function isTopLevel(message) {
  return !message.thread_ts || message.thread_ts === message.ts;
}

function isSame(some, others) {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}
