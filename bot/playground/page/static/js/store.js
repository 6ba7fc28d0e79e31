// What the workspace told this page, and questions about it. Knows nothing of the screen.

const SECTIONS = [
  "messages",
  "modals",
  "homes",
  "prompts",
  "statuses",
  "exchanges",
  "calls",
  "faults",
  "wire",
];

export class Store {
  constructor() {
    this.reset({ bot: { id: "", name: "" }, commands: [], subcommands: [], shortcuts: [], users: [], channels: [] });
    this.articles = { version: -1 };
    this.listeners = [];
    this.isScheduled = false;
  }

  reset(workspace) {
    this.workspace = workspace;
    this.tombstones = new Map();
    for (const name of SECTIONS) this[name] = new Map();
  }

  /** Take a message of the connection. */
  take(message) {
    if (message.workspace) this.reset(message.workspace);
    if (message.articles) this.articles = message.articles;
    for (const [section, changes] of Object.entries(message.news ?? {})) this.merge(this[section], changes);
    this.changed();
  }

  merge(section, changes) {
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) section.delete(key);
      else section.set(key, value);
    }
  }

  /** Call `listener` soon after every change, once for several at a time. */
  subscribe(listener) {
    this.listeners.push(listener);
  }

  changed() {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setTimeout(() => {
      this.isScheduled = false;
      for (const listener of this.listeners) listener();
    });
  }

  user(id) {
    if (id === this.workspace.bot.id) return { ...this.workspace.bot, role: "bot" };
    return (
      this.workspace.users.find((user) => user.id === id) ?? {
        id,
        name: id === "USLACKBOT" ? "slackbot" : id,
        role: "system",
      }
    );
  }

  channel(id) {
    return this.workspace.channels.find((channel) => channel.id === id);
  }

  direct(user) {
    return this.workspace.channels.find((channel) => channel.is_direct && channel.member === user);
  }

  /** List what a person sees in a channel, oldest first. */
  seenBy(user, channel) {
    const seen = [...this.messages.values()].filter(
      (message) =>
        message.channel === channel && (message.visible_to === null || message.visible_to === user),
    );
    const roots = new Set(seen.map((message) => message.thread_ts ?? message.ts));
    const gone = [...roots].filter((ts) => !this.messages.has(`${channel}/${ts}`));
    return [...seen, ...gone.map((ts) => this.tombstone(channel, ts))].sort(
      (one, other) => Number(one.ts) - Number(other.ts),
    );
  }

  /** Give a message, or what stands for it if it was deleted and its replies are left. */
  message(channel, ts) {
    return this.messages.get(`${channel}/${ts}`) ?? this.tombstones.get(`${channel}/${ts}`);
  }

  tombstone(channel, ts) {
    const key = `${channel}/${ts}`;
    const nothing = { thread_ts: null, visible_to: null, blocks: [], unfurls: [] };
    if (!this.tombstones.has(key))
      this.tombstones.set(key, { channel, ts, user: "USLACKBOT", text: "This message was deleted.", ...nothing });
    return this.tombstones.get(key);
  }

  modalsOf(user) {
    return this.modals.get(user) ?? [];
  }

  /** List the exchanges, the newest first, each with the calls that the bot made until the next one. */
  exchangesWithCalls() {
    const exchanges = [...this.exchanges.values()].map((exchange) => ({ exchange, calls: [] }));
    for (const call of this.calls.values()) {
      const cause = exchanges.findLast(
        ({ exchange }) => exchange.sent_at <= call.made_at && !isEcho(exchange),
      );
      cause?.calls.push(call);
    }
    return exchanges.reverse();
  }

  /** Give the last thing that somebody asked the bot, or an empty text. */
  lastQuestion() {
    const asked = [...this.exchanges.values()].map(questionOf);
    return asked.findLast((text) => text && !this.isSubcommand(text)) ?? "";
  }

  isSubcommand(text) {
    const typed = text.replace(/ \d+$/, "");
    return this.workspace.subcommands.some(({ words }) => words === typed);
  }
}

/** Tell whether the bot was only told of its own message. */
export function isEcho(exchange) {
  const event = exchange.payload.event;
  return Boolean(event && (event.bot_id || event.subtype));
}

function questionOf(exchange) {
  const { payload } = exchange;
  if (payload.command) return plain(payload.text ?? "");
  const isSaid =
    payload.event && ["app_mention", "message"].includes(payload.event.type) && !isEcho(exchange);
  return isSaid ? plain(payload.event.text ?? "") : "";
}

function plain(text) {
  const withoutMentions = text
    .replace(/<[@#!][^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return withoutMentions.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
