// Fields to choose in: selects, lists to tick, radio buttons, dates and times.
//
// `surface.values` keeps what is chosen, by action id: a text, or a list of them.

import { freshId, h } from "../dom.js";
import { confirmed } from "./confirm.js";
import { drawLine, plain } from "./text.js";

/** List an element's options, those of its groups included. */
export function optionsOf(element) {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
}

/** Keep what was chosen and tell the app, unless the field waits for its form to be submitted. */
export async function choose(element, surface, value) {
  if (!surface.isForm && !(await confirmed(element.confirm))) return;
  surface.values[element.action_id] = value;
  if (!surface.isForm) await surface.press(element, Array.isArray(value) ? value.join(",") : value);
}

function chosen(element, surface) {
  return surface.values[element.action_id] ?? element.initial_option?.value ?? "";
}

export function drawSelect(element, surface, described) {
  const option = (one) =>
    h("option", { value: one.value, selected: one.value === chosen(element, surface) }, plain(one.text));
  const groups = (element.option_groups ?? []).map((group) =>
    h("optgroup", { label: plain(group.label) }, group.options.map(option)),
  );
  return drawNative(element, surface, described, [(element.options ?? []).map(option), groups]);
}

function drawNative(element, surface, described, options) {
  const placeholder = element.placeholder ? plain(element.placeholder) : "Choose";
  const label = described["aria-labelledby"] ? {} : { "aria-label": placeholder };
  return h(
    "select",
    {
      class: "select",
      "data-action": element.action_id,
      ...label,
      ...described,
      on: { change: (event) => choose(element, surface, event.target.value) },
    },
    h("option", { value: "" }, placeholder),
    options,
  );
}

/** Draw a select of people or channels. */
export function drawConversations(element, surface, described) {
  const known = element.type === "users_select" ? surface.names.users() : surface.names.channels();
  const initial = element.initial_user ?? element.initial_channel ?? element.initial_conversation;
  const selected = surface.values[element.action_id] ?? initial;
  const options = known.map((one) => h("option", { value: one.id, selected: one.id === selected }, one.name));
  return drawNative(element, surface, described, options);
}

export function drawRadios(element, surface, described) {
  const name = freshId("radio");
  return ticked(element, surface, described, (option) => ({
    type: "radio",
    name,
    checked: option.value === chosen(element, surface),
    on: { change: () => choose(element, surface, option.value) },
  }));
}

export function drawChecklist(element, surface, described) {
  const initial = (element.initial_options ?? []).map((option) => option.value);
  const picked = new Set(surface.values[element.action_id] ?? initial);
  return ticked(element, surface, described, (option) => ({
    type: "checkbox",
    checked: picked.has(option.value),
    on: {
      change: (event) => {
        if (event.target.checked) picked.add(option.value);
        else picked.delete(option.value);
        choose(
          element,
          surface,
          optionsOf(element)
            .map((one) => one.value)
            .filter((value) => picked.has(value)),
        );
      },
    },
  }));
}

function ticked(element, surface, described, attributes) {
  const role = element.type === "radio_buttons" ? "radiogroup" : "group";
  const lines = optionsOf(element).map((option) => {
    const description = option.description
      ? h("small", {}, drawLine(option.description, surface.names))
      : null;
    return h(
      "label",
      { class: "tick" },
      h("input", attributes(option)),
      h("span", {}, drawLine(option.text, surface.names), description),
    );
  });
  const label = described["aria-labelledby"] ? {} : { "aria-label": "Choices" };
  return h("div", { class: "ticks", role, "data-action": element.action_id, ...label, ...described }, lines);
}

const DATE_TYPES = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

export function drawDates(element, surface, described) {
  const initial = element.initial_date ?? element.initial_time ?? "";
  const label = described["aria-labelledby"]
    ? {}
    : { "aria-label": element.placeholder ? plain(element.placeholder) : "Date or time" };
  const value = surface.values[element.action_id] ?? initial;
  const change = (event) => choose(element, surface, event.target.value);
  return h("input", {
    type: DATE_TYPES[element.type],
    class: "field",
    value,
    "data-action": element.action_id,
    ...label,
    ...described,
    on: { change },
  });
}
