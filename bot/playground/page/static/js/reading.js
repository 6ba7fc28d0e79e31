// What each person has read, for unread marks; and stepping through channels by keyboard.

export class Reading {
  constructor(store, place) {
    this.store = store;
    this.place = place;
    this.read = new Map();
  }

  /** Count what somebody has not read in a channel, not counting what they wrote. */
  unread(user, channel) {
    const since = Number(this.read.get(`${user}/${channel}`) ?? 0);
    return this.store
      .seenBy(user, channel)
      .filter((message) => Number(message.ts) > since && message.user !== user).length;
  }

  /** Give the channel that is shown now, or nothing. */
  get shown() {
    if (this.place.kind === "channel") return this.place.id;
    if (this.place.kind === "bot" && this.place.tab === "messages")
      return this.store.direct(this.place.user)?.id;
    return undefined;
  }

  /** Count what is shown as read, and put the rest into the title. */
  update() {
    const last = this.shown && this.store.seenBy(this.place.user, this.shown).at(-1);
    if (last && document.visibilityState === "visible")
      this.read.set(`${this.place.user}/${this.shown}`, last.ts);
    const unread = this.store.workspace.channels.reduce(
      (sum, channel) => sum + this.unread(this.place.user, channel.id),
      0,
    );
    document.title = unread ? `(${unread}) Quicktake playground` : "Quicktake playground";
  }

  /** Go to the next place of the sidebar, or the one before. */
  step(by) {
    const places = [
      ...this.store.workspace.channels.filter((channel) => !channel.is_direct).map(({ id }) => id),
      "bot",
      "home",
      "articles",
    ];
    const at = places.indexOf(this.place.where);
    this.place.go(places[(at + by + places.length) % places.length]);
  }
}
