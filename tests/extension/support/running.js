/** Soi running in a page whose background answers as a test tells it. */
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import * as f from "./fixtures.js";
import { openPage, plain } from "./page.js";

export const HOME = "https://www.instagram.com";
const START = {
  texts: {},
  css: "",
  language: "en",
  parts: { failures: { refused: "save_failed_refused" }, passing: [] },
  preferences: { corner: "top-right", collapsed: false, page_answers: true, samples: true },
};
/** What must not come is given this long, in milliseconds. */
export const SOON = 60;

/** Waits for what must come. @param {() => unknown} condition */
export async function until(condition) {
  for (let tries = 0; tries < 250 && !condition(); tries += 1) await setTimeout(20);
  assert.ok(condition(), String(condition));
}

/** Soi on the profile of hoa.nho, with a background that answers as told. @param {string} [html] */
export async function running(html = f.page(f.divHeader("hoa.nho"))) {
  const navigation = new EventTarget();
  const windowEvents = new EventTarget();
  const addEventListener = windowEvents.addEventListener.bind(windowEvents);
  /** @type {{type: string, creator?: string, settle: (reply: any) => void, fail: () => void, refuse: (code: string) => void}[]} */
  const asked = [];
  /** @type {any[]} */
  const listeners = [];
  const runtime = {
    id: /** @type {string | undefined} */ ("soi"),
    onMessage: { addListener: (/** @type {any} */ listener) => listeners.push(listener) },
    sendMessage: (/** @type {any} */ message) =>
      new Promise((resolve, reject) => {
        const settle = (/** @type {any} */ result) => resolve({ ok: true, result });
        const refuse = (/** @type {string} */ code) => resolve({ ok: false, error: { code } });
        asked.push({ ...message, settle, refuse, fail: () => reject(new Error("message channel closed")) });
        if (message.type === "ui.start") settle(START);
      }),
  };
  /** @type {(() => void)[]} */
  const regularly = [];
  const setInterval = (/** @type {() => void} */ act) => regularly.push(act);
  /** @type {{act: () => void, delay: number}[]} */
  const timers = [];
  const pageTimeout = (/** @type {() => void} */ act, /** @type {number} */ delay) => {
    timers.push({ act, delay });
    return globalThis.setTimeout(act, delay).unref();
  };
  const globals = { addEventListener, chrome: { runtime }, navigation, setInterval, setTimeout: pageTimeout };
  const page = openPage(html, `${HOME}/hoa.nho/`, { globals });
  /** @type {any[]} */
  const shown = [];
  page.soi.badge = {
    mount: () => ({
      render: (view) => void shown.push(plain(view)),
      rehearse: () => undefined,
      leave: () => undefined,
      replace: () => undefined,
      check: () => undefined,
      isOpen: () => false,
      focus: () => undefined,
      isReplaced: () => false,
    }),
  };
  page.run("content/main.js");
  await until(() => asked.some(({ type }) => type === "profile.check"));
  const go = async (/** @type {string} */ path, /** @type {string} */ name = "") => {
    if (name) page.document.querySelector("h2 span")?.replaceChildren(name);
    for (const link of name ? page.document.querySelectorAll("header a[href*=follow]") : []) {
      link.setAttribute("href", `/${name}/followers/`);
    }
    page.window.location = new URL(path, HOME);
    navigation.dispatchEvent(new Event("currententrychange"));
    await setTimeout(SOON);
  };
  const checks = () => asked.filter(({ type }) => type === "profile.check");
  const now = () => shown.at(-1);
  const answered = async () => {
    checks()[0]?.settle(result("hoa.nho"));
    await until(() => now()?.model);
  };
  const tick = () => regularly.forEach((act) => act());
  return { ...page, answered, asked, checks, shown, now, go, runtime, listeners, tick, timers, windowEvents };
}

/** @param {string} username @param {any} [listed] */
export const result = (username, listed = null) => ({
  model: { username, code: "contact", verdict: [], figures: [], guide: [], details: [] },
  listed,
});
