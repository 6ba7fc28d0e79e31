// The page put together: what the workspace tells, where one is, and the views of both.

import { Connection } from "./connection.js";
import { h } from "./dom.js";
import { Articles } from "./articles/articles.js";
import { Conversation } from "./conversation.js";
import { Home } from "./home.js";
import { Inspector } from "./inspector/inspector.js";
import { Modals } from "./modals.js";
import { Place } from "./place.js";
import { Reading } from "./reading.js";
import { Sidebar } from "./sidebar.js";
import { Store } from "./store.js";
import { Surfaces } from "./surfaces.js";
import { Thread } from "./thread.js";
import { refreshTimes } from "./times.js";

const TIMES_MS = 15_000;

const store = new Store();
const place = new Place(() => store.changed());
const connection = new Connection(
  (message) => store.take(message),
  (isOpen) => showConnection(isOpen),
);
const page = { store, place, connection, reading: new Reading(store, place), tell, inspect };
page.surfaces = new Surfaces(page);

const views = [
  new Sidebar(page, document.getElementById("sidebar")),
  new Conversation(page, document.getElementById("main")),
  new Home(page, document.getElementById("main")),
  new Articles(page, document.getElementById("main")),
  new Thread(page, document.getElementById("thread")),
  new Modals(page, document.getElementById("modals")),
];
const inspector = new Inspector(page, document.getElementById("inspector"));
views.push(inspector);

store.subscribe(() => {
  if (!store.workspace.users.length) return;
  if (place.kind === "channel" && !store.channel(place.id)) return leave();
  for (const view of views) view.update();
  document.body.classList.toggle("sidebar-open", place.isSidebarOpen);
  page.reading.update();
});
setInterval(refreshTimes, TIMES_MS);
document.addEventListener("keydown", shortcut);
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  const field = document.querySelector("main section:not([hidden]) [data-composer]");
  (field ?? document.getElementById("main")).focus();
});

function leave() {
  tell("There is no such channel here.");
  location.replace(Place.address("bot")); // so that "back" does not lead here again
}

function showConnection(isOpen) {
  document.body.classList.toggle("is-offline", !isOpen);
  if (!isOpen)
    tell("The playground is not running. Start it again in the terminal; this page reconnects by itself.", {
      stays: true,
    });
  else tell("");
}

let fading;

/** Say something to the person, for a while. */
function tell(text, { stays = false } = {}) {
  clearTimeout(fading);
  document.getElementById("notice").replaceChildren(text ? h("p", {}, text) : "");
  if (text && !stays) fading = setTimeout(() => tell(""), 6000);
}

/** Open the inspector at a tab; `subject` is a message or view whose blocks to show. */
function inspect(tab, subject = null) {
  inspector.open(tab, subject);
}

function shortcut(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.code === "KeyI") place.set({ isInspecting: !place.isInspecting });
  else if (event.code === "ArrowUp" || event.code === "ArrowDown")
    page.reading.step(event.code === "ArrowUp" ? -1 : 1);
  else return;
  event.preventDefault();
}
