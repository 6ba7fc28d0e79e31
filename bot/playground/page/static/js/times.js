// Times as people say them, kept up to date.

import { h } from "./dom.js";

const STEPS = [
  [60, 1, "second"],
  [3600, 60, "minute"],
  [86400, 3600, "hour"],
  [Infinity, 86400, "day"],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
const exact = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });

/** Say how long ago something was; both in seconds since the epoch. */
export function ago(then, now) {
  const seconds = Math.max(0, now - then);
  if (seconds < 45) return "just now";
  const [, size, unit] = STEPS.find(([limit]) => seconds < limit);
  return relative.format(-Math.max(1, Math.floor(seconds / size)), unit);
}

/** Draw a time that `refreshTimes` keeps up to date; `ts` is seconds since the epoch, as a number or Slack's string. */
export function time(ts) {
  const seconds = Number(ts);
  const date = new Date(seconds * 1000);
  const shown = ago(seconds, Date.now() / 1000);
  return h(
    "time",
    { datetime: date.toISOString(), title: exact.format(date), "data-seconds": seconds },
    shown,
  );
}

export function refreshTimes() {
  for (const element of document.querySelectorAll("time[data-seconds]")) {
    const text = ago(Number(element.dataset.seconds), Date.now() / 1000);
    if (element.textContent !== text) element.textContent = text;
  }
}
