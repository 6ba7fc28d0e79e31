// Where one is on the page: as whom, in which channel, with which thread and drawer open. Channel and thread stand in
// the address, so that "back" works.

export class Place {
  constructor(changed) {
    this.user = "U0PERSON";
    this.kind = "bot";
    this.id = "";
    this.tab = "messages";
    this.thread = "";
    this.article = "";
    this.isInspecting = false;
    this.isSidebarOpen = false;
    this.listener = changed;
    this.read();
    addEventListener("hashchange", () => {
      this.read();
      changed();
    });
  }

  /** Take the place from the address: `#bot`, `#home`, `#articles/URL` or `#CHANNEL/THREAD`. */
  read() {
    const [first, ...rest] = location.hash.slice(1).split("/");
    const detail = decoded(rest.join("/"));
    this.thread = this.article = "";
    if (first === "articles") Object.assign(this, { kind: "articles", article: detail });
    else if (first === "home") Object.assign(this, { kind: "bot", tab: "home" });
    else if (first === "" || first === "bot" || !/^C\w+$/.test(first))
      Object.assign(this, { kind: "bot", tab: "messages", thread: detail });
    else Object.assign(this, { kind: "channel", id: first, thread: detail });
  }

  /** Give the address of a place; `detail` is a thread or an article. */
  static address(where, detail = "") {
    return detail ? `#${where}/${encodeURIComponent(detail)}` : `#${where}`;
  }

  go(where, detail = "") {
    this.isSidebarOpen = false;
    const address = Place.address(where, detail);
    if (location.hash === address) this.listener();
    else location.hash = address;
  }

  /** Give the part of the address that names the channel or conversation. */
  get where() {
    if (this.kind === "channel") return this.id;
    if (this.kind === "articles") return "articles";
    return this.tab === "home" ? "home" : "bot";
  }

  set(changes) {
    Object.assign(this, changes);
    this.listener();
  }
}

// A part of an address; what somebody garbled stays as it is.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
