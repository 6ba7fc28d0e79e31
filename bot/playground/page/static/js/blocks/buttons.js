// Buttons of every kind.

import { h, icon } from "../dom.js";
import { MORE, THUMB_DOWN, THUMB_UP, TRASH } from "../icons.js";
import { menuButton } from "../menu.js";
import { confirmed } from "./confirm.js";
import { plain } from "./text.js";

/** Draw a button; one with an address opens it as well. */
export function drawButton(element, surface) {
  const attributes = {
    class: `button ${element.style ?? ""}`,
    "aria-label": element.accessibility_label ?? null,
    "data-action": element.action_id,
  };
  const press = (event) => pressed(event.currentTarget, element, surface);
  if (element.url) {
    const address = /^https?:/i.test(element.url) ? element.url : null;
    return h(
      "a",
      { ...attributes, href: address, target: "_blank", rel: "noopener noreferrer", on: { click: press } },
      plain(element.text),
      h("span", { "aria-hidden": "true" }, " ↗"),
    );
  }
  return h("button", { type: "button", ...attributes, on: { click: press } }, plain(element.text));
}

async function pressed(button, element, surface, value) {
  if (button.getAttribute("aria-busy") === "true" || !(await confirmed(element.confirm))) return;
  button.setAttribute("aria-busy", "true");
  await surface.press(element, value);
  button.removeAttribute("aria-busy");
}

export function drawIconButton(element, surface) {
  const label = element.accessibility_label ?? plain(element.text);
  const press = (event) => pressed(event.currentTarget, element, surface);
  return h(
    "button",
    { type: "button", class: "icon-button", "aria-label": label, title: label, on: { click: press } },
    icon(TRASH),
  );
}

/** Draw a pair of thumbs; the last one pressed stays pressed, as in Slack. */
export function drawFeedback(element, surface) {
  const pair = [
    [element.positive_button, THUMB_UP],
    [element.negative_button, THUMB_DOWN],
  ];
  const buttons = pair.map(([button, drawing]) => {
    const label = plain(button.text);
    const isPressed = surface.values[element.action_id] === button.value;
    return h(
      "button",
      {
        type: "button",
        class: "feedback",
        "aria-label": button.accessibility_label ?? label,
        "aria-pressed": String(isPressed),
        title: label,
        on: { click: (event) => vote(event.currentTarget, buttons, element, button.value, surface) },
      },
      icon(drawing),
    );
  });
  return h("span", { class: "feedback-pair", role: "group", "aria-label": "Feedback" }, buttons);
}

function vote(pressedOne, buttons, element, value, surface) {
  for (const button of buttons) button.setAttribute("aria-pressed", String(button === pressedOne));
  surface.values[element.action_id] = value;
  return pressed(pressedOne, element, surface, value);
}

export function drawOverflow(element, surface) {
  const items = () =>
    element.options.map((option) => ({
      label: plain(option.text),
      choose: () => choose(element, option, surface),
    }));
  return menuButton(
    { class: "icon-button", "aria-label": "More options", "data-action": element.action_id },
    icon(MORE),
    items,
  );
}

async function choose(element, option, surface) {
  if (!(await confirmed(element.confirm))) return;
  if (option.url) open(option.url, "_blank", "noopener,noreferrer");
  await surface.press(element, option.value);
}
