// A menu that opens from a button, worked by keyboard as menus are.

import { freshId, h } from "./dom.js";

/**
 * Draw a button with a menu.
 *
 * `items` gives the items when the menu opens: `{label, choose}`.
 */
export function menuButton(attributes, content, items) {
  const id = freshId("menu");
  const button = h(
    "button",
    { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", ...attributes },
    content,
  );
  const holder = h("span", { class: "menu-holder" }, button);
  button.addEventListener("click", () =>
    holder.querySelector("[role=menu]") ? close(holder) : open(holder, id, items()),
  );
  holder.addEventListener("keydown", (event) => move(event, holder));
  holder.addEventListener("focusout", (event) => {
    if (!holder.contains(event.relatedTarget)) close(holder, { focus: false });
  });
  return holder;
}

function open(holder, id, items) {
  const button = holder.firstChild;
  const entries = items.map((item) =>
    h(
      "button",
      {
        type: "button",
        role: "menuitem",
        tabindex: "-1",
        on: {
          click: () => {
            close(holder);
            item.choose();
          },
        },
      },
      item.label,
    ),
  );
  holder.append(h("div", { id, role: "menu", class: "menu" }, entries));
  button.setAttribute("aria-expanded", "true");
  button.setAttribute("aria-controls", id);
  keepInView(holder.lastChild);
  entries[0]?.focus();
}

function keepInView(menu) {
  const { bottom, left } = menu.getBoundingClientRect();
  menu.classList.toggle("menu-above", bottom > innerHeight - 8);
  menu.classList.toggle("menu-from-left", left < 8);
}

function close(holder, { focus = true } = {}) {
  const button = holder.firstChild;
  const menu = holder.querySelector("[role=menu]:not(.is-closing)");
  if (!menu) return;
  menu.classList.add("is-closing"); // taking it away moves the focus, which asks to close it again
  if (focus) button.focus();
  menu.remove();
  button.setAttribute("aria-expanded", "false");
  button.removeAttribute("aria-controls");
}

function move(event, holder) {
  const entries = [...holder.querySelectorAll("[role=menuitem]")];
  if (!entries.length) return;
  const at = entries.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (event.key === "Escape") close(holder);
  else if (next !== undefined) entries.at(next % entries.length).focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
