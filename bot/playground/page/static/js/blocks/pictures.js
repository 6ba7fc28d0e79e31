// Pictures. Those of other hosts are fetched only when somebody asks, so that the page itself calls nobody.

import { h, icon } from "../dom.js";
import { PICTURE } from "../icons.js";
import { plain } from "./text.js";

/** Draw an image block with its title. */
export function drawImageBlock(block) {
  const caption = block.title ? h("figcaption", {}, plain(block.title)) : null;
  return h("figure", { class: "picture" }, caption, drawPicture(block));
}

/** Draw a picture of a section or context. */
export function drawThumbnail(element) {
  return h("span", { class: "thumbnail" }, drawPicture(element));
}

function drawPicture(element) {
  const address = element.image_url ?? "";
  if (isOwn(address)) return h("img", { src: address, alt: element.alt_text });
  const host = hostOf(address);
  const button = h(
    "button",
    {
      type: "button",
      class: "picture-offer",
      "aria-label": `Show picture from ${host}: ${element.alt_text}`,
      on: { click: () => show() },
    },
    icon(PICTURE),
    h(
      "span",
      {},
      h("strong", {}, element.alt_text),
      h("small", {}, `Picture from ${host}. Press to show it.`),
    ),
  );
  const show = () => {
    const image = h("img", { src: address, alt: element.alt_text, referrerpolicy: "no-referrer" });
    image.addEventListener("error", () =>
      image.replaceWith(h("p", { class: "picture-missing" }, `${element.alt_text} (cannot be loaded)`)),
    );
    button.replaceWith(image);
  };
  return button;
}

function isOwn(address) {
  return address.startsWith("data:image/") || address.startsWith(`${location.origin}/`);
}

function hostOf(address) {
  try {
    return new URL(address).host;
  } catch {
    return "an address that cannot be read";
  }
}
