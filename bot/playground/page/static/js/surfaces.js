// The link between drawn blocks and the workspace: names for mentions, what is filled in, what pressing does.

import { displayName } from "./people.js";

export class Surfaces {
  constructor(page) {
    this.page = page;
    this.filledIn = new Map();
  }

  /** Give the surface of a message. */
  ofMessage(message) {
    return this.make({ channel: message.channel, ts: message.ts });
  }

  /** Give the surface of a modal or Home tab; `errors` are by block id. */
  ofView(view, errors = {}) {
    return { ...this.make({ view: view.id }), errors };
  }

  make(on) {
    const values = this.valuesOf(on);
    return {
      names: this.names(),
      values,
      press: (element, value) =>
        this.send({
          do: "press",
          on,
          action: element.action_id,
          value: value ?? null,
          values: sendable(values),
        }),
      options: (element, typed) => this.options(on, element, typed),
    };
  }

  /** Give what is filled in on a surface, by action id; it outlives redrawing. */
  valuesOf(on) {
    const key = `${this.page.place.user} ${on.view ?? `${on.channel}/${on.ts}`}`;
    if (!this.filledIn.has(key)) this.filledIn.set(key, {});
    return this.filledIn.get(key);
  }

  names() {
    const { store } = this.page;
    return {
      user: (id) => displayName(store.user(id)),
      channel: (id) => store.channel(id)?.name ?? id,
      users: () => store.workspace.users.map((user) => ({ id: user.id, name: displayName(user) })),
      channels: () =>
        store.workspace.channels
          .filter((channel) => !channel.is_direct)
          .map((channel) => ({ id: channel.id, name: `#${channel.name}` })),
    };
  }

  /** Do something as whoever one is; a refusal is told. */
  async send(deed) {
    const done = await this.page.connection.do({ user: this.page.place.user, ...deed });
    if (done.error) this.page.tell(done.error);
    return done;
  }

  async options(on, element, value) {
    const done = await this.page.connection.do({
      user: this.page.place.user,
      do: "options",
      on,
      action: element.action_id,
      value,
    });
    if (done.error) return { options: [], error: done.error };
    if (!done.acked) return { options: [], error: "The bot did not answer in time." };
    return done.response ?? { options: [] };
  }
}

/** Leave out what only the page needs. */
export function sendable(values) {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !key.endsWith(" options")));
}
