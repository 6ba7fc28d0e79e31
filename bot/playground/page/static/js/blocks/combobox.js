// A select whose options the app finds while one types: the combobox of the ARIA authoring practices.

import { freshId, h } from "../dom.js";
import { choose } from "./choices.js";
import { plain } from "./text.js";

const PAUSE_MS = 150;

/** Draw the field with its list; of a multiple one the chosen options stand before it, each with a way to take it out. */
export function drawCombobox(element, surface, described) {
  return new Combobox(element, surface, described).holder;
}

class Combobox {
  constructor(element, surface, described) {
    this.element = element;
    this.surface = surface;
    this.isMultiple = element.type.startsWith("multi_");
    const initial = element.initial_options ?? (element.initial_option ? [element.initial_option] : []);
    this.picked = surface.values[`${element.action_id} options`] ?? initial;
    this.list = h("div", {
      id: freshId("options"),
      role: "listbox",
      class: "options",
      hidden: true,
      "aria-label": "Options",
    });
    this.input = this.drawInput(described);
    this.chips = h("span", { class: "chips" });
    this.holder = h("div", { class: "combobox" }, this.chips, this.input, this.list);
    this.showPicked();
  }

  drawInput(described) {
    const placeholder = this.element.placeholder ? plain(this.element.placeholder) : "Type to search";
    const label = described["aria-labelledby"] ? {} : { "aria-label": placeholder };
    const attributes = {
      type: "text",
      class: "field",
      role: "combobox",
      autocomplete: "off",
      placeholder,
      "data-action": this.element.action_id,
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
      ...label,
      ...described,
    };
    const on = {
      input: () => this.search(),
      click: () => this.search(),
      blur: () => this.close(),
      keydown: (event) => this.key(event),
    };
    return h("input", { ...attributes, on });
  }

  search() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(), PAUSE_MS);
  }

  // What stands there because it was chosen is no search.
  get typed() {
    const isChosen =
      !this.isMultiple && this.picked.length && this.input.value === plain(this.picked[0].text);
    return isChosen ? "" : this.input.value;
  }

  async find() {
    const { typed } = this;
    if (typed.length < (this.element.min_query_length ?? 3)) {
      this.show(h("p", { class: "options-note" }, "Keep typing to search."));
      return;
    }
    const found = await this.surface.options(this.element, typed);
    if (this.typed === typed && document.activeElement === this.input) this.offer(found);
  }

  offer(found) {
    const groups = found.option_groups ?? [{ options: found.options ?? [] }];
    const drawn = groups.map((group) =>
      h(
        "div",
        { role: "group", "aria-label": group.label ? plain(group.label) : null },
        group.label
          ? h("div", { class: "options-heading", "aria-hidden": "true" }, plain(group.label))
          : null,
        group.options.map((option) => this.drawOption(option)),
      ),
    );
    const note = found.error ?? "Nothing found.";
    this.show(
      groups.some((group) => group.options.length)
        ? drawn
        : h("p", { class: "options-note", role: "status" }, note),
    );
    this.activate(0);
  }

  drawOption(option) {
    const description = option.description ? h("small", {}, plain(option.description)) : null;
    const pick = (event) => {
      event.preventDefault();
      this.pick(option);
    };
    const drawn = h(
      "div",
      { id: freshId("option"), role: "option", "aria-selected": "false", on: { pointerdown: pick } },
      plain(option.text),
      description,
    );
    drawn.pick = () => this.pick(option);
    return drawn;
  }

  show(content) {
    this.list.replaceChildren(...[content].flat());
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.showPicked();
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  activate(place) {
    const { options } = this;
    if (!options.length) return;
    this.active = (place + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.active)));
    this.input.setAttribute("aria-activedescendant", options[this.active].id);
    options[this.active].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const isOpen = !this.list.hidden && this.options.length > 0;
    if (event.key === "ArrowDown" && this.list.hidden) this.search();
    else if (event.key === "ArrowDown" && isOpen) this.activate(this.active + 1);
    else if (event.key === "ArrowUp" && isOpen) this.activate(this.active - 1);
    else if (event.key === "Enter" && isOpen) this.options[this.active].pick();
    else if (event.key === "Escape" && !this.list.hidden) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  pick(option) {
    const others = this.picked.filter((one) => one.value !== option.value);
    this.keep(this.isMultiple ? [...others, option] : [option]);
    this.close();
  }

  keep(picked) {
    this.picked = picked;
    this.surface.values[`${this.element.action_id} options`] = picked;
    const values = picked.map((option) => option.value);
    choose(this.element, this.surface, this.isMultiple ? values : (values[0] ?? ""));
    this.showPicked();
  }

  showPicked() {
    if (!this.isMultiple) {
      this.input.value = this.picked.length ? plain(this.picked[0].text) : "";
      return;
    }
    this.input.value = "";
    this.chips.replaceChildren(...this.picked.map((option) => this.drawChip(option)));
  }

  drawChip(option) {
    const remove = () => this.keep(this.picked.filter((one) => one.value !== option.value));
    const label = plain(option.text);
    return h(
      "button",
      { type: "button", class: "chip", "aria-label": `Take out ${label}`, on: { click: remove } },
      label,
      h("span", { "aria-hidden": "true" }, " ×"),
    );
  }
}
