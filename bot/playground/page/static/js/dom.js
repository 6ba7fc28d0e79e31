// Building and updating elements. Text always becomes text nodes: nothing that anybody wrote is ever read as HTML.

/**
 * Build an element.
 *
 * `attributes` are set as such; true sets an empty one, false, null and undefined leave it out. `on` holds listeners
 * by event name, `text` the content. Children may be nodes, strings, arrays of them, or nothing.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

function setAttribute(element, name, value) {
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (name === "text") {
    element.textContent = value;
  } else if (value !== false && value !== null && value !== undefined) {
    element.setAttribute(name, value === true ? "" : value);
  }
}

const SVG = "http://www.w3.org/2000/svg";

/** Build an icon from the path data of a 20 × 20 drawing; it is decoration, so nobody is told of it. */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

const drawn = new WeakMap();

/**
 * Make the children of `container` those of `items`, in order. A child is drawn anew only when its item is another
 * object than before, so that focus, scrolling and half-typed text survive.
 */
export function keyed(container, items, keyOf, draw) {
  const before = drawn.get(container) ?? new Map();
  const now = new Map();
  for (const item of items) now.set(keyOf(item), reuse(before.get(keyOf(item)), item, draw));
  for (const [key, { node }] of before) if (now.get(key)?.node !== node) node.remove();
  place(
    container,
    [...now.values()].map(({ node }) => node),
  );
  drawn.set(container, now);
}

function reuse(known, item, draw) {
  return known?.item === item ? known : { item, node: draw(item) };
}

function place(container, nodes) {
  let next = container.firstChild;
  for (const node of nodes) {
    if (node === next) next = next.nextSibling;
    else container.insertBefore(node, next);
  }
}

let lastId = 0;

/** Give an id that no other element has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
