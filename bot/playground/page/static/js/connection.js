// The WebSocket to the workspace: news from it, actions to it.

const RETRY_MS = 1000;

export class Connection {
  /** `listen` gets every message that is no answer to a deed; `changed` is told true or false as the line comes and goes. */
  constructor(listen, changed) {
    this.listen = listen;
    this.changed = changed;
    this.waiting = new Map();
    this.number = 0;
    this.open();
  }

  open() {
    this.socket = new WebSocket(`ws://${location.host}/page/live`);
    this.socket.addEventListener("open", () => this.changed(true));
    this.socket.addEventListener("message", (event) => this.take(JSON.parse(event.data)));
    this.socket.addEventListener("close", () => this.lost());
  }

  take(message) {
    if (!("done" in message)) {
      this.listen(message);
      return;
    }
    this.waiting.get(message.done)?.(message);
    this.waiting.delete(message.done);
  }

  lost() {
    this.changed(false);
    for (const answer of this.waiting.values()) answer({ error: "The playground is not running." });
    this.waiting.clear();
    setTimeout(() => this.open(), RETRY_MS);
  }

  /** Do something in the workspace; gives `{acked, response}` or `{error}`. */
  do(deed) {
    if (this.socket.readyState !== WebSocket.OPEN) {
      return Promise.resolve({ error: "The playground is not running. Start it again in the terminal." });
    }
    this.number += 1;
    const number = this.number;
    this.socket.send(JSON.stringify({ ...deed, number }));
    return new Promise((resolve) => this.waiting.set(number, resolve));
  }
}
