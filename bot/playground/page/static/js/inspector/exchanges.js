// Every envelope sent to the bot, the newest first, with its acknowledgement and the calls that followed.

import { h, keyed } from "../dom.js";
import { isEcho } from "../store.js";
import { time } from "../times.js";
import { drawJson } from "./json.js";

export class Exchanges {
  constructor(page) {
    this.page = page;
    this.empty = h("p", { class: "empty" }, "Nothing passed over the wire yet. Ask something.");
    this.list = h("div", { class: "exchanges" });
    this.element = h("div", {}, this.empty, this.list);
    this.known = new Map();
    this.opened = new Set();
  }

  update() {
    const entries = this.page.store.exchangesWithCalls().map((entry) => this.remembered(entry));
    this.empty.hidden = entries.length > 0;
    keyed(
      this.list,
      entries,
      ({ exchange }) => exchange.id,
      (entry) => this.draw(entry),
    );
  }

  // The same object as before unless something was added, so that an opened entry stays open.
  remembered(entry) {
    const known = this.known.get(entry.exchange.id);
    if (known && known.exchange === entry.exchange && known.calls.length === entry.calls.length) return known;
    this.known.set(entry.exchange.id, entry);
    return entry;
  }

  draw({ exchange, calls }) {
    const refused = calls.filter((call) => call.error).length;
    const summary = h(
      "summary",
      {},
      h("span", { class: "exchange-title" }, h("strong", {}, titleOf(exchange)), time(exchange.sent_at)),
      h(
        "span",
        { class: "marks" },
        drawAck(exchange),
        calls.length ? mark("", counted(calls.length, "call")) : null,
        refused ? mark("bad", `${refused} refused`) : null,
        exchange.attempt ? mark("bad", `attempt ${exchange.attempt + 1}`) : null,
      ),
    );
    const toggled = (event) =>
      event.target.open ? this.opened.add(exchange.id) : this.opened.delete(exchange.id);
    return h(
      "details",
      {
        class: isEcho(exchange) ? "exchange is-echo" : "exchange",
        open: this.opened.has(exchange.id),
        on: { toggle: toggled },
      },
      summary,
      section("Payload", drawJson(exchange.payload, "payload")),
      exchange.response ? section("Acknowledged with", drawJson(exchange.response, "acknowledgement")) : null,
      calls.map(drawCall),
    );
  }
}

function section(title, content) {
  return h("section", {}, h("h3", {}, title), content);
}

function drawCall(call) {
  return h(
    "details",
    { class: "call" },
    h(
      "summary",
      {},
      h("code", {}, call.method),
      mark(call.error ? "bad" : "good", call.error ? `${call.status} ${call.error}` : "ok"),
    ),
    call.messages.length
      ? h(
          "ul",
          { class: "refusals" },
          call.messages.map((message) => h("li", {}, message)),
        )
      : null,
    drawJson(call.arguments, `arguments of ${call.method}`),
  );
}

function drawAck({ ack_ms: ms, is_late: isLate }) {
  if (ms === null) return mark("bad", "no ack");
  const shown = ms < 10 ? ms.toFixed(1) : Math.round(ms);
  return mark(isLate ? "bad" : "good", isLate ? `ack late, ${shown} ms` : `ack ${shown} ms`);
}

function mark(kind, text) {
  return h("span", { class: `mark ${kind}` }, text);
}

function counted(number, noun) {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

function titleOf({ kind, payload }) {
  if (kind === "slash_commands") return `${payload.command} ${payload.text}`.trim();
  if (kind === "events_api")
    return [payload.event.type, payload.event.subtype, payload.event.tab].filter(Boolean).join(" · ");
  const [action] = payload.actions ?? [];
  return [
    payload.type,
    action?.action_id ?? payload.action_id ?? payload.callback_id ?? payload.view?.callback_id,
  ]
    .filter(Boolean)
    .join(" · ");
}
