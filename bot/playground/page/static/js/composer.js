// The field to write in: Enter sends, Shift+Enter breaks the line, "/" and "@" complete.

import { candidates, completed } from "./completion.js";
import { freshId, h, icon } from "./dom.js";
import { BOLT, SEND } from "./icons.js";
import { menuButton } from "./menu.js";

export class Composer {
  /** `focusLast` puts the focus on the last message; `isMain` marks the field that "skip" leads to. */
  constructor(page, { isMain = false, focusLast }) {
    this.page = page;
    this.focusLast = focusLast;
    this.target = null;
    this.drafts = new Map();
    this.offered = [];
    this.list = h("div", {
      id: freshId("completion"),
      role: "listbox",
      class: "options completion",
      "aria-label": "Completions",
      hidden: true,
    });
    this.field = h("textarea", {
      rows: "1",
      "data-composer": isMain,
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": this.list.id,
      on: { input: () => this.typed(), keydown: (event) => this.key(event), blur: () => this.offer([]) },
    });
    this.shortcuts = menuButton(
      { class: "tool", "aria-label": "Shortcuts", title: "Shortcuts" },
      icon(BOLT),
      () => this.globalShortcuts(),
    );
    const send = h("button", { type: "submit", class: "send", "aria-label": "Send" }, icon(SEND));
    const submit = (event) => {
      event.preventDefault();
      this.send(this.field.value);
    };
    this.element = h(
      "form",
      { class: "composer", on: { submit } },
      this.list,
      h("div", { class: "composer-box" }, this.shortcuts, this.field, send),
    );
  }

  /** Write to another channel or thread from now on; what is half written stays with the old one. */
  moveTo(target) {
    const key = `${target.channel}/${target.thread}`;
    if (this.target && this.keyOf(this.target) === key) return;
    if (this.target) this.drafts.set(this.keyOf(this.target), this.field.value);
    this.target = target;
    this.shortcuts.hidden = this.globalShortcuts().length === 0;
    this.field.value = this.drafts.get(key) ?? "";
    this.field.placeholder = target.label;
    this.field.setAttribute("aria-label", target.label);
    this.fit();
  }

  globalShortcuts() {
    return this.page.store.workspace.shortcuts
      .filter((shortcut) => !shortcut.is_on_message)
      .map(({ name, callback_id }) => ({
        label: name,
        choose: () => this.page.surfaces.send({ do: "shortcut", callback_id }),
      }));
  }

  keyOf({ channel, thread }) {
    return `${channel}/${thread}`;
  }

  focus() {
    this.field.focus();
  }

  async send(text) {
    const typed = text.trim();
    if (!typed) return;
    this.field.value = "";
    this.fit();
    this.offer([]);
    const { channel, thread } = this.target;
    if (typed.startsWith("/") && thread) {
      this.page.tell("Slash commands do not work in threads, as in Slack. A mention does.");
      this.field.value = text;
      return;
    }
    const deed = typed.startsWith("/")
      ? { do: "slash", channel, text: typed }
      : { do: "say", channel, text: typed, thread_ts: thread };
    const done = await this.page.surfaces.send(deed);
    if (done.error && !this.field.value) this.field.value = text;
  }

  typed() {
    this.fit();
    const before = this.field.value.slice(0, this.field.selectionStart);
    const { store, place } = this.page;
    const isAdmin = store.user(place.user).role === "admin";
    this.offer(candidates(before, store.workspace, { isThread: Boolean(this.target?.thread), isAdmin }));
  }

  fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 180)}px`;
  }

  offer(found) {
    this.offered = found;
    this.list.hidden = found.length === 0;
    this.list.replaceChildren(...found.map((one) => this.drawOption(one)));
    this.activate(0);
  }

  drawOption(candidate) {
    const take = (event) => {
      event.preventDefault();
      this.complete(candidate);
    };
    return h(
      "div",
      { id: freshId("candidate"), role: "option", on: { pointerdown: take } },
      h("strong", {}, candidate.text.trim()),
      h("small", {}, candidate.note),
    );
  }

  activate(place) {
    const options = [...this.list.children];
    this.field.removeAttribute("aria-activedescendant");
    if (!options.length) return;
    this.active = (place + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.active)));
    this.field.setAttribute("aria-activedescendant", options[this.active].id);
  }

  complete(candidate) {
    const { text, caret } = completed(this.field.value, this.field.selectionStart, candidate);
    this.field.value = text;
    this.field.setSelectionRange(caret, caret);
    this.offer([]);
    this.focus();
    this.fit();
  }

  key(event) {
    if (event.isComposing || event.altKey) return;
    if (this.offered.length ? this.completionKey(event) : this.plainKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  completionKey(event) {
    switch (event.key) {
      case "ArrowDown":
        this.activate(this.active + 1);
        return true;
      case "ArrowUp":
        this.activate(this.active - 1);
        return true;
      case "Escape":
        this.offer([]);
        return true;
      case "Tab":
      case "Enter":
        this.complete(this.offered[this.active]);
        return true;
      default:
        return false;
    }
  }

  plainKey(event) {
    if (event.key === "Enter" && !event.shiftKey) {
      this.send(this.field.value);
      return true;
    }
    if (event.key === "ArrowUp" && !this.field.value) {
      this.focusLast();
      return true;
    }
    return false;
  }
}
