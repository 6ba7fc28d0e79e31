// Files that were shared with a message: pictures are shown, others named.

import { h } from "./dom.js";

/** Draw a file with its title. */
export function drawFile({ id, name, title, alt_txt: description }) {
  const caption = h("figcaption", {}, title);
  if (!/\.(png|jpe?g|gif)$/i.test(name)) return h("figure", { class: "shared-file" }, caption, h("small", {}, name));
  const address = `/page/file/${encodeURIComponent(id)}`;
  return h(
    "figure",
    { class: "shared-file" },
    caption,
    h("img", { src: address, alt: description || title }),
  );
}
