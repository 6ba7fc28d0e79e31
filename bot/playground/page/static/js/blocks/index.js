// Block Kit, block by block.
//
// A `surface` is where the blocks stand: `names` for mentions, `values` for what is filled in (by action id), and
// `press(element, value)`, `options(element, typed)` for what is done with them. `errors` are by block id.

import { h } from "../dom.js";
import { drawElement } from "./elements.js";
import { drawInput } from "./inputs.js";
import { drawImageBlock, drawThumbnail } from "./pictures.js";
import { drawRichText } from "./rich-text.js";
import { drawTable } from "./table.js";
import { drawLine, drawText, plain } from "./text.js";
import { drawUnknown } from "./unknown.js";

const DRAWINGS = {
  actions: (block, surface) => row("actions", block, surface),
  context: drawContext,
  context_actions: (block, surface) => row("context-actions", block, surface),
  divider: () => h("hr"),
  header: (block) => h("h2", { class: "block-header" }, plain(block.text)),
  image: drawImageBlock,
  input: drawInput,
  rich_text: (block, surface) => drawRichText(block, surface.names),
  section: drawSection,
  table: (block, surface) => drawTable(block, surface.names),
};

/** Draw blocks, in order. */
export function drawBlocks(blocks, surface) {
  return h(
    "div",
    { class: "blocks" },
    blocks.map((block) => drawBlock(block, surface)),
  );
}

function drawBlock(block, surface) {
  const draw = DRAWINGS[block.type];
  const drawn = draw ? draw(block, surface) : drawUnknown("Block", block);
  drawn.classList.add("block");
  drawn.dataset.block = block.type;
  return drawn;
}

function row(name, block, surface) {
  return h(
    "div",
    { class: name },
    block.elements.map((element) => drawElement(element, surface)),
  );
}

function drawSection(block, surface) {
  const words = h(
    "div",
    { class: "section-words" },
    block.text ? drawText(block.text, surface.names) : null,
    drawFields(block, surface),
  );
  return h(
    "div",
    { class: "section" },
    words,
    block.accessory ? drawAccessory(block.accessory, surface) : null,
  );
}

function drawFields(block, surface) {
  if (!block.fields) return null;
  return h(
    "div",
    { class: "fields" },
    block.fields.map((field) => drawText(field, surface.names)),
  );
}

function drawAccessory(element, surface) {
  const drawn = element.type === "image" ? drawThumbnail(element) : drawElement(element, surface);
  return h("div", { class: "accessory" }, drawn);
}

function drawContext(block, surface) {
  const drawn = block.elements.map((element) =>
    element.type === "image" ? drawThumbnail(element) : drawLine(element, surface.names),
  );
  return h("div", { class: "context" }, drawn);
}
