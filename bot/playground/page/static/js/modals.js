// Modals, one on top of the other, each with its form.

import { drawBlocks } from "./blocks/index.js";
import { optionsOf } from "./blocks/choices.js";
import { plain } from "./blocks/text.js";
import { freshId, h } from "./dom.js";
import { CLOSE, INSPECT } from "./icons.js";
import { showJson } from "./inspector/json.js";
import { sendable } from "./surfaces.js";
import { tool } from "./tool.js";

const REQUIRED = "Please fill this in.";
const FIELDS = ".modal-body :is(input, select, textarea)";

export class Modals {
  constructor(page, element) {
    this.page = page;
    this.element = element;
    this.open = new Map();
  }

  update() {
    const views = this.page.store.modalsOf(this.page.place.user);
    for (const [id, shown] of this.open) if (!views.some((view) => view.id === id)) this.remove(id, shown);
    for (const view of views) this.show(view);
  }

  remove(id, { dialog }) {
    dialog.close();
    dialog.remove();
    this.open.delete(id);
  }

  show(view) {
    const shown = this.open.get(view.id);
    if (shown?.view === view) return;
    const dialog = shown?.dialog ?? this.newDialog();
    this.open.set(view.id, { view, dialog });
    this.draw(view, dialog, {});
    if (dialog.open) return;
    dialog.showModal();
    // The first field, not the first drawing in the heading; where there is none, the text, to scroll by keys.
    (dialog.querySelector(FIELDS) ?? dialog.querySelector(".modal-body")).focus();
  }

  newDialog() {
    const dialog = h("dialog", { class: "modal" });
    this.element.append(dialog);
    return dialog;
  }

  draw(view, dialog, errors) {
    const focused = dialog.contains(document.activeElement) ? document.activeElement.dataset.action : null;
    const title = freshId("title");
    dialog.setAttribute("aria-labelledby", title);
    dialog.oncancel = (event) => {
      event.preventDefault();
      this.close(view);
    };
    dialog.replaceChildren(this.drawForm(view, dialog, title, errors));
    if (focused) dialog.querySelector(`[data-action="${CSS.escape(focused)}"]`)?.focus();
  }

  drawForm(view, dialog, title, errors) {
    const submit = (event) => {
      event.preventDefault();
      if (view.submit) this.submit(view, dialog); // a browser submits a single field by Enter, button or no button
    };
    const region = { class: "modal-body", tabindex: "0", role: "region", "aria-labelledby": title };
    return h(
      "form",
      { novalidate: true, on: { submit } },
      h(
        "header",
        {},
        h("h2", { id: title }, view.title ? plain(view.title) : ""),
        tool("Show block JSON", INSPECT, () => showJson(view.blocks, "Blocks")),
        tool("Close", CLOSE, () => this.close(view)),
      ),
      h("div", region, drawBlocks(view.blocks, this.page.surfaces.ofView(view, errors))),
      this.drawFooter(view),
    );
  }

  drawFooter(view) {
    const close = { type: "button", class: "button", on: { click: () => this.close(view) } };
    const submit = view.submit
      ? h("button", { type: "submit", class: "button primary" }, plain(view.submit))
      : null;
    return h("footer", {}, h("button", close, view.close ? plain(view.close) : "Close"), submit);
  }

  async submit(view, dialog) {
    const values = this.page.surfaces.valuesOf({ view: view.id });
    const missing = missingFields(view, values);
    if (Object.keys(missing).length) {
      this.complain(view, dialog, missing);
      return;
    }
    dialog.setAttribute("aria-busy", "true");
    const done = await this.page.surfaces.send({
      do: "submit",
      on: { view: view.id },
      values: sendable(values),
    });
    dialog.removeAttribute("aria-busy");
    if (done.response?.response_action === "errors") this.complain(view, dialog, done.response.errors);
  }

  complain(view, dialog, errors) {
    this.draw(view, dialog, errors);
    dialog.querySelector('[aria-invalid="true"]')?.focus();
  }

  close(view) {
    return this.page.surfaces.send({ do: "close", on: { view: view.id } });
  }
}

function missingFields(view, values) {
  const inputs = view.blocks.filter((block) => block.type === "input" && !block.optional);
  const empty = inputs.filter(({ element }) => isEmpty(values[element.action_id] ?? initial(element)));
  return Object.fromEntries(empty.map((block) => [block.block_id, REQUIRED]));
}

function initial(element) {
  const option =
    element.initial_option ??
    optionsOf(element).find((one) => element.initial_options?.some(({ value }) => value === one.value));
  const given = Object.entries(element).find(
    ([name]) => name.startsWith("initial_") && !name.startsWith("initial_option"),
  );
  return option?.value ?? given?.[1] ?? "";
}

function isEmpty(value) {
  return value === "" || value === null || value === undefined || value.length === 0;
}
