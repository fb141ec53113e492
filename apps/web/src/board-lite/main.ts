import type { KeptDevice } from "../display/device/kept-device.ts";
import "./board-lite.css";
import { drawFault, drawPairing, drawSwitchedOff } from "./draw-notices.ts";
import { show } from "./elements.ts";
import { keepLiteDevice, keptLiteDevice } from "./lite-device.ts";
import { openChime } from "./lite-sound.ts";
import { languageOf, sayIn } from "./lite-words.ts";
import { pairLite } from "./pair-lite.ts";
import { request } from "./request.ts";
import { runBoard } from "./run-board.ts";

var ASK_AGAIN_MS = 2_000;

function byId(id: string): HTMLElement {
  var found = document.getElementById(id);
  if (found === null) throw new Error("the page has no #" + id);
  return found;
}

function storageOf(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Where the sockets are: the server writes it into the page when they are elsewhere. */
function socketOrigin(): string {
  var elsewhere = document.querySelector('meta[name="callnext-ws-url"]');
  var address = elsewhere === null ? null : elsewhere.getAttribute("content");
  if (address !== null) return address.replace(/^(wss?:\/\/[^/]+).*$/, "$1");
  return (location.protocol === "https:" ? "wss://" : "ws://") + location.host;
}

function wished(): string | null {
  var found = /[?&]lang=([^&]*)/.exec(location.search);
  return found === null ? null : found[1] || null;
}

var root = byId("app");
var storage = storageOf();
var address = decodeURIComponent(location.pathname.split("/")[2] || "");
var languages = [wished(), navigator.language];
var say = sayIn(languageOf(languages));
var device = keptLiteDevice(storage, address);
var stop: (() => void) | null = null;
var chime = openChime(document.getElementsByTagName("audio")[0] || null, function (): void {});

document.addEventListener("click", chime.unlock);
document.addEventListener("keydown", chime.unlock);

function keep(next: KeptDevice | null): void {
  keepLiteDevice(storage, address, next);
  device = next;
  start();
}

/** One size for everything: a hundredth of a 16:9 screen's width, as these sets know no `vw`. */
function fit(): void {
  var width = Math.min(window.innerWidth, (window.innerHeight * 16) / 9);
  document.documentElement.style.fontSize = String(width / 100) + "px";
}

/** A screen on the wall: somebody's device, or a new one, or a window on a public display. */
function start(): void {
  if (stop !== null) stop();
  stop = null;
  if (device !== null && device.off) return showSwitchedOff();
  var displayId = device === null ? address : device.displayId;
  if (displayId === "") return pair();
  stop = runBoard({
    root: root,
    spoken: byId("spoken"),
    displayId: displayId,
    key: device === null ? null : device.key,
    languages: languages,
    socketOrigin: socketOrigin(),
    chime: chime,
    onForeign: device === null ? pair : doubt,
  });
}

function showSwitchedOff(): void {
  document.title = say("off.title");
  show(root, drawSwitchedOff(say, again));
  // A remote control has no pointer.
  root.getElementsByTagName("button")[0]?.focus();
}

function again(): void {
  keep(null);
}

function pair(): void {
  if (stop !== null) stop();
  document.title = say("pairing.title");
  show(root, drawPairing(say, null, false));
  stop = pairLite({
    onCode: function (code): void {
      show(root, drawPairing(say, code, true));
    },
    onPaired: function (key, displayId): void {
      keep({ key: key, displayId: displayId, off: false });
    },
  });
}

/** The server refused the key: nothing may be shown until it says what the key is worth. */
function doubt(): void {
  if (stop !== null) stop();
  stop = null;
  show(root, drawFault(say, "loading", address, "disconnected"));
  ask();
}

function ask(): void {
  if (device === null) return start();
  var own: KeptDevice = device;
  request({ method: "GET", path: "/devices/self", key: own.key }, function (answer): void {
    if (!answer.ok && answer.code !== "unauthenticated") {
      setTimeout(ask, ASK_AGAIN_MS);
      return;
    }
    var board = answer.ok ? (answer.body as OwnDevice).device.board : null;
    var displayId = board === null ? own.displayId : board.display_id;
    keep({ key: own.key, displayId: displayId, off: board === null });
  });
}

interface OwnDevice {
  readonly device: { readonly board: { readonly display_id: string } | null };
}

fit();
window.addEventListener("resize", fit);
start();
