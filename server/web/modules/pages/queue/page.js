// Handles to look at, opened one by one by the marketer. Soi opens and fetches nothing by itself.

import { AddMenu } from "../../parts/add_creators.js";
import { button } from "../../parts/elements.js";
import { h, useEffect, useRef, useState } from "../../parts/preact.js";
import { call } from "../../data/api.js";
import { isSeen, keepQueue as keep, queue } from "../../data/queue.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";
import { handlesIn } from "./handles.js";
import { shownName } from "../../words/creator_names.js";

const EVERY = 3000;

/** @typedef {import("../../data/queue.js").Item} Item */

/** Draws the queue that is on the screen; Undo may come after its page was left, or on a new one. */
let redraw = () => {};

/** @type {import("../../parts/preact.js").Page<null>} */
export const page = { load: () => null, View: QueuePage };

function QueuePage() {
  const [, drawAgain] = useState(0);
  useEffect(() => {
    redraw = () => drawAgain((n) => n + 1);
    let left = false;
    const look = async () => {
      const answer = await call("GET", "/checks?limit=200").catch(() => null); // the shell says when the server is off
      if (answer && !left && note(answer.checks)) redraw();
    };
    look();
    const timer = setInterval(look, EVERY);
    return () => {
      left = true;
      redraw = () => {};
      clearInterval(timer);
    };
  }, []);
  return h(
    "section",
    { class: "card" },
    h("h1", {}, t("web.nav_queue")),
    h("p", {}, t("web.queue_text")),
    h(AddForm, {}),
    h("div", { class: "actions" }, h(AddMenu, { words: "web.queue_to_list" })),
    h("div", { class: "block" }, queueView(queue())),
  );
}

/**
 * Remember the verdicts of these checks; gives whether any is news.
 * @param {import("api").RecentCheck[]} checks newest first
 */
function note(checks) {
  const verdicts = new Map([...checks].reverse().map((check) => [check.username, check.visit.verdict]));
  const seenNow = (/** @type {Item} */ { name, seen }) =>
    verdicts.get(name) ?? seen ?? (verdicts.has(name) ? "" : undefined); // a check without a verdict is a look as well
  const before = queue();
  const after = before.map((item) => {
    const seen = seenNow(item);
    return seen === undefined ? item : { ...item, seen };
  });
  const isNews = after.some((item, at) => item.seen !== before[at]?.seen);
  if (isNews) keep(after);
  return isNews;
}

function AddForm() {
  const text = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const [left, setLeft] = useState(0);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.current) return;
    const { names, rest } = handlesIn(text.current.value);
    add(names.map((name) => ({ name, opened: false })));
    text.current.value = rest.join("\n"); // to be put right
    setLeft(rest.length);
  };
  return h(
    "form",
    { onSubmit: submit },
    h("textarea", {
      rows: 3,
      ref: text,
      "aria-label": t("web.queue_add_label"),
      placeholder: t("web.queue_add_hint"),
    }),
    h("p", { class: "hint names", role: "status" }, left ? t("web.queue_not_handles", { n: left }) : ""),
    h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.queue_add"))),
  );
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
    h("ol", { class: "queue" }, items.map(line)),
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
  const opened = () => {
    keep(queue().map((each) => (each.name === item.name ? { ...each, opened: true } : each)));
    setTimeout(() => redraw()); // after the browser has followed the link
  };
  const away = { target: "_blank", rel: "noopener noreferrer" };
  return h("a", { href, ...away, class: className, onClick: opened, onAuxClick: opened }, text);
}

/** @param {Item} item */
function line(item) {
  const verdict = item.seen ?? "";
  const waiting = item.opened ? "web.queue_opened" : "web.queue_waiting";
  const state = verdict
    ? h("a", { href: address("creators", item.name) }, t(`verdict.${verdict}`))
    : h("span", { class: "hint" }, t(waiting));
  const label = t("web.queue_remove", { name: item.name });
  return h(
    "li",
    { key: item.name },
    h("span", { "aria-hidden": "true" }, verdict ? "✓" : "·"),
    profileLink(item, shownName(item.name), ""),
    state,
    button("×", "button-small button-bare", () => drop((each) => each.name !== item.name), { "aria-label": label }),
  );
}
