// Lists text whose contrast with its background is below WCAG's 4.5 : 1 (3 : 1 for large text), as
// [text, foreground, background, ratio].
(() => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });

  // Let the browser read any notation of a colour.
  function channels(colour) {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return { rgb: [red, green, blue], alpha: alpha / 255 };
  }

  function over(top, bottom) {
    return top.rgb.map((channel, at) => channel * top.alpha + bottom[at] * (1 - top.alpha));
  }

  function background(element) {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const layer = channels(getComputedStyle(one).backgroundColor);
      if (layer.alpha > 0) layers.unshift(layer);
    }
    return layers.reduce((below, layer) => over(layer, below), [255, 255, 255]);
  }

  function luminance(rgb) {
    const [red, green, blue] = rgb.map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function ratio(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function isShown(element) {
    return (
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest(".for-readers, .skip")
    );
  }

  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const element = texts.currentNode.parentElement;
    if (!text || !isShown(element)) continue;
    const style = getComputedStyle(element);
    const behind = background(element);
    const front = over(channels(style.color), behind);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio(front, behind) < (isLarge ? 3 : 4.5))
      found.push([text.slice(0, 40), style.color, String(behind), ratio(front, behind).toFixed(2)]);
  }
  return found;
})();
