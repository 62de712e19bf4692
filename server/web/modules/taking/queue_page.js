// Handles to look at, opened one by one by the marketer. Soi opens and fetches nothing by itself.

import { call } from "../api.js";
import { button, h } from "../dom.js";
import { address } from "../routes.js";
import { number, t } from "../texts.js";
import { toast } from "../toast.js";
import { handlesIn } from "./handles.js";

const KEY = "soi.queue";
const EVERY = 3000;

/** With the verdict once it was looked at: the answers of the server hold the newest checks only. @typedef {{ name: string, opened: boolean, seen?: string }} Item */

/** Draws the queue that is on the screen; Undo may come after its page was left, or on a new one. */
let redraw = () => {};

/** @type {import("../routes.js").Page} */
export const page = {
  draw(place, _route, signal) {
    const list = h("div", { class: "block" });
    redraw = () => list.replaceChildren(...queueView(queue()));
    const look = async () => {
      const answer = await call("GET", "/checks?limit=200").catch(() => null); // the shell says when the server is off
      if (!answer || signal.aborted) return;
      if (note(answer.checks)) redraw();
    };
    place.replaceChildren(
      h(
        "section",
        { class: "card" },
        h("h1", {}, t("web.nav_queue")),
        h("p", {}, t("web.queue_text")),
        addForm(),
        list,
      ),
    );
    redraw();
    look();
    const timer = setInterval(look, EVERY);
    signal.addEventListener("abort", () => clearInterval(timer));
  },
};

/** @returns {Item[]} */
function queue() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((item) => typeof item?.name === "string") : [];
  } catch {
    return [];
  }
}

/** @param {Item} item */
function isSeen({ seen }) {
  return seen !== undefined;
}

/** @param {Item[]} items */
function keep(items) {
  localStorage.setItem(KEY, JSON.stringify(items));
}

/**
 * Remember the verdicts of these checks; gives whether any is news.
 * @param {any[]} checks newest first
 */
function note(checks) {
  const verdicts = new Map([...checks].reverse().map((check) => [check.username, check.visit.verdict]));
  const seenNow = (/** @type {Item} */ { name, seen }) =>
    verdicts.get(name) ?? seen ?? (verdicts.has(name) ? "" : undefined); // a check without a verdict is a look as well
  const before = queue();
  const after = before.map((item) => ({ ...item, seen: seenNow(item) }));
  const isNews = after.some((item, at) => item.seen !== before[at]?.seen);
  if (isNews) keep(after);
  return isNews;
}

function addForm() {
  const text = h("textarea", { rows: 3, "aria-label": t("web.queue_add_label"), placeholder: t("web.queue_add_hint") });
  const said = h("p", { class: "hint names", role: "status" });
  const form = h(
    "form",
    {},
    text,
    said,
    h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.queue_add"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { names, rest } = handlesIn(text.value);
    add(names.map((name) => ({ name, opened: false })));
    text.value = rest.join("\n"); // to be put right
    said.textContent = rest.length ? t("web.queue_not_handles", { n: rest.length }) : "";
  });
  return form;
}

/**
 * Put those at the end of the queue that are not in it.
 * @param {Item[]} items
 */
function add(items) {
  const present = queue();
  const known = new Set(present.map((item) => item.name));
  keep([...present, ...items.filter((item) => !known.has(item.name))]);
  redraw();
}

/** @param {Item[]} items */
function queueView(items) {
  if (!items.length) return [h("p", { class: "quiet" }, t("web.queue_empty"))];
  const done = items.filter(isSeen).length;
  const next = items.find((item) => !item.opened && !isSeen(item));
  return [
    h(
      "div",
      { class: "queue-progress" },
      h("progress", { max: items.length, value: done, "aria-label": t("web.queue_progress_label") }),
      h("span", { role: "status" }, t("web.queue_progress", { n: done, all: number(items.length) })),
    ),
    h(
      "div",
      { class: "actions" },
      next
        ? profileLink(next, t("web.queue_next", { name: next.name }), "button button-primary")
        : h("strong", {}, t("web.queue_all_opened")),
    ),
    h("ol", { class: "queue" }, ...items.map((item) => line(item))),
    h(
      "div",
      { class: "actions" },
      button(t("web.queue_clear_done"), "button-small", () => drop((item) => !isSeen(item))),
      button(t("web.queue_clear"), "button-small", () => drop(() => false)),
    ),
  ];
}

/**
 * Take items out of the queue, and offer to put them back in.
 * @param {(item: Item) => boolean} stays
 */
function drop(stays) {
  const before = queue();
  const gone = before.filter((item) => !stays(item));
  if (!gone.length) return;
  keep(before.filter(stays));
  redraw();
  toast(t("web.queue_removed", { n: gone.length }), {
    undo: () => {
      const present = queue();
      const inIt = (/** @type {Item} */ item) => present.find((each) => each.name === item.name);
      keep(before.flatMap((item) => inIt(item) ?? (gone.includes(item) ? item : [])));
      add(present);
    },
  });
}

/**
 * A plain link: the browser opens the profile because a person clicked it.
 * @param {Item} item
 * @param {string} text
 * @param {string} className
 */
function profileLink(item, text, className) {
  const href = `https://www.instagram.com/${encodeURIComponent(item.name)}/`;
  const link = h("a", { href, target: "_blank", rel: "noopener noreferrer", class: className }, text);
  const opened = () => {
    keep(queue().map((each) => (each.name === item.name ? { ...each, opened: true } : each)));
    setTimeout(redraw); // after the browser has followed the link
  };
  link.addEventListener("click", opened);
  link.addEventListener("auxclick", opened);
  return link;
}

/** @param {Item} item */
function line(item) {
  const verdict = item.seen ?? "";
  const waiting = item.opened ? "web.queue_opened" : "web.queue_waiting";
  const state = verdict
    ? h("a", { href: address("creators", item.name) }, t(`verdict.${verdict}`))
    : h("span", { class: "hint" }, t(waiting));
  const remove = button("×", "button-small button-bare", () => drop((each) => each.name !== item.name));
  remove.setAttribute("aria-label", t("web.queue_remove", { name: item.name }));
  return h(
    "li",
    {},
    h("span", { "aria-hidden": "true" }, verdict ? "✓" : "·"),
    profileLink(item, `@${item.name}`, ""),
    state,
    remove,
  );
}
