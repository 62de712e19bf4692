// A signed-in tab vouches for its neighbours: a second tab of this browser needs no code from the terminal.
// What goes through the channel is a code that opens one session and is spent at once, never the session itself; only
// pages of this very address hear it.

import { call, hasSession, openSession } from "../data/api.js";

const CHANNEL = "soi.neighbours";
const PATIENCE = 800; // milliseconds until the form for a code is shown
const SPREAD = 60; // so that not all tabs answer

/** Signed in by another tab; gives whether one vouched. @returns {Promise<boolean>} */
export function askNeighbours() {
  if (!("BroadcastChannel" in window)) return Promise.resolve(false);
  const channel = new BroadcastChannel(CHANNEL);
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const end = (/** @type {boolean} */ vouched) => {
      clearTimeout(timer);
      channel.close();
      resolve(vouched);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    channel.addEventListener("message", ({ data }) => {
      if (data?.to !== id || typeof data.code !== "string") return;
      openSession(data.code).then(
        () => end(true),
        () => end(false),
      );
    });
    channel.postMessage({ ask: id });
  });
}

/** Answer others from now on, while this tab is signed in. */
export function answerNeighbours() {
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(CHANNEL);
  /** Who was answered already, by this tab or another. @type {Set<string>} */
  const answered = new Set();
  channel.addEventListener("message", ({ data }) => {
    if (typeof data?.to === "string") answered.add(data.to);
    const asked = data?.ask;
    if (typeof asked !== "string" || !hasSession()) return;
    setTimeout(async () => {
      if (answered.has(asked)) return;
      answered.add(asked);
      const made = await call("POST", "/sessions/codes").catch(() => null); // a tab whose session has ended stays silent
      if (made) channel.postMessage({ to: asked, code: made.code });
    }, Math.random() * SPREAD);
  });
}
