// The drawings of the page, as paths on a 20 × 20 grid.

export const HASH = "M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13M3 12.5h13";
export const MORE = "M4.5 10h.01M10 10h.01M15.5 10h.01";
export const SEND = "M3.5 10 17 3.5 12 17l-3-5.5L3.5 10Z";
export const CLOSE = "M5 5l10 10M15 5 5 15";
export const BACK = "M12.5 4.5 7 10l5.5 5.5";
export const MENU = "M3.5 5.5h13M3.5 10h13M3.5 14.5h13";
export const INSPECT =
  "M3 10c2-3.7 4.3-5.5 7-5.5s5 1.8 7 5.5c-2 3.7-4.3 5.5-7 5.5S5 13.7 3 10ZM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z";
export const BOOK =
  "M10 5.5C8.3 4.3 6.2 3.8 3.5 4v11c2.7-.2 4.8.3 6.5 1.5 1.7-1.2 3.8-1.7 6.5-1.5V4c-2.7-.2-4.8.3-6.5 1.5Zm0 0v11";
export const REPLY = "M8 5 3.5 9.5 8 14M3.5 9.5H12a4.5 4.5 0 0 1 4.5 4.5v1.5";
export const LOCK = "M5.5 9h9v7.5h-9V9Zm2-.5V6.5a2.5 2.5 0 0 1 5 0V9";
export const THUMB_UP =
  "M3.5 9h2.7v7.5H3.5V9Zm2.7 0L9.5 3.5c1.2 0 1.9.9 1.7 2L10.7 8h4.2c1 0 1.7.9 1.5 1.9l-1 5c-.2.9-.9 1.6-1.8 1.6H6.2";
export const THUMB_DOWN =
  "M3.5 11h2.7V3.5H3.5V11Zm2.7 0 3.3 5.5c1.2 0 1.9-.9 1.7-2L10.7 12h4.2c1 0 1.7-.9 1.5-1.9l-1-5c-.2-.9-.9-1.6-1.8-1.6H6.2";
export const TRASH = "M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.4L14.5 6";
export const PICTURE = "M3.5 4.5h13v11h-13v-11Zm0 8.5 3.5-3.5 3.5 3.5 2-2 4 3.5M12.5 8h.01";
export const COPY = "M7.5 7.5v-4h9v9h-4M3.5 7.5h9v9h-9v-9Z";
export const BOLT = "M11 2.5 4.5 11.5H9.5L8.5 17.5 15.5 8.5H10.5L11 2.5Z";

// The app's own icon is a file, which stands beside the folder of this one.
export const APP_ICON = new URL("../icon.svg", import.meta.url).href;
