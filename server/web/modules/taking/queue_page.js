// Handles to look at, opened one by one by the marketer. Soi opens and fetches nothing by itself.

import { call } from "../api.js";
import { button, h } from "../dom.js";
import { address } from "../routes.js";
import { number, t } from "../texts.js";
import { handlesIn } from "./handles.js";

const KEY = "soi.queue";
const EVERY = 3000;

/** @typedef {{ name: string, opened: boolean }} Item */

/** @type {import("../routes.js").Page} */
export const page = {
  draw(place, _route, signal) {
    const list = h("div", { class: "block" });
    /** @type {Map<string, string>} */
    let checked = new Map();
    const redraw = () => list.replaceChildren(...queueView(queue(), checked, redraw));
    const look = async () => {
      const answer = await call("GET", "/checks?limit=200").catch(() => null); // the shell says when the server is off
      if (!answer || signal.aborted) return;
      const now = new Map(answer.checks.map((/** @type {any} */ check) => [check.username, check.visit.verdict]));
      if (now.size !== checked.size || [...now].some(([name, verdict]) => checked.get(name) !== verdict)) {
        checked = now;
        redraw();
      }
    };
    place.replaceChildren(
      h(
        "section",
        { class: "card" },
        h("h1", {}, t("web.nav_queue")),
        h("p", {}, t("web.queue_text")),
        addForm(redraw),
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

/** @param {Item[]} items */
function keep(items) {
  localStorage.setItem(KEY, JSON.stringify(items));
}

/** @param {() => void} changed */
function addForm(changed) {
  const text = h("textarea", { rows: 3, "aria-label": t("web.queue_add_label"), placeholder: t("web.queue_add_hint") });
  const form = h(
    "form",
    {},
    text,
    h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.queue_add"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const present = queue();
    const known = new Set(present.map((item) => item.name));
    keep([
      ...present,
      ...handlesIn(text.value)
        .filter((name) => !known.has(name))
        .map((name) => ({ name, opened: false })),
    ]);
    text.value = "";
    changed();
  });
  return form;
}

/**
 * @param {Item[]} items
 * @param {Map<string, string>} checked verdict by handle
 * @param {() => void} changed
 */
function queueView(items, checked, changed) {
  if (!items.length) return [h("p", { class: "quiet" }, t("web.queue_empty"))];
  const done = items.filter((item) => checked.has(item.name)).length;
  const next = items.find((item) => !item.opened && !checked.has(item.name));
  return [
    h(
      "div",
      { class: "queue-progress" },
      h("progress", { max: items.length, value: done, "aria-label": t("web.queue_progress_label") }),
      h("span", { role: "status" }, t("web.queue_progress", { n: number(done), all: number(items.length) })),
    ),
    h(
      "div",
      { class: "actions" },
      next
        ? profileLink(next, t("web.queue_next", { name: next.name }), "button button-primary", changed)
        : h("strong", {}, t("web.queue_all_opened")),
    ),
    h("ol", { class: "queue" }, ...items.map((item) => line(item, checked.get(item.name) ?? "", changed))),
    h(
      "div",
      { class: "actions" },
      button(t("web.queue_clear_done"), "button-small", () => drop((item) => !checked.has(item.name), changed)),
      button(t("web.queue_clear"), "button-small", () => drop(() => false, changed)),
    ),
  ];
}

/**
 * @param {(item: Item) => boolean} stays
 * @param {() => void} changed
 */
function drop(stays, changed) {
  keep(queue().filter(stays));
  changed();
}

/**
 * A plain link: the browser opens the profile because a person clicked it.
 * @param {Item} item
 * @param {string} text
 * @param {string} className
 * @param {() => void} changed
 */
function profileLink(item, text, className, changed) {
  const href = `https://www.instagram.com/${encodeURIComponent(item.name)}/`;
  const link = h("a", { href, target: "_blank", rel: "noopener noreferrer", class: className }, text);
  const opened = () => {
    keep(queue().map((each) => (each.name === item.name ? { ...each, opened: true } : each)));
    setTimeout(changed); // after the browser has followed the link
  };
  link.addEventListener("click", opened);
  link.addEventListener("auxclick", opened);
  return link;
}

/**
 * @param {Item} item
 * @param {string} verdict
 * @param {() => void} changed
 */
function line(item, verdict, changed) {
  const waiting = item.opened ? "web.queue_opened" : "web.queue_waiting";
  const state = verdict
    ? h("a", { href: address("creators", item.name) }, t(`verdict.${verdict}`))
    : h("span", { class: "hint" }, t(waiting));
  const remove = button("×", "button-small button-bare", () => drop((each) => each.name !== item.name, changed));
  remove.setAttribute("aria-label", t("web.queue_remove", { name: item.name }));
  return h(
    "li",
    {},
    h("span", { "aria-hidden": "true" }, verdict ? "✓" : "·"),
    profileLink(item, `@${item.name}`, "", changed),
    state,
    remove,
  );
}
