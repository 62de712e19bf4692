// Checklists of a campaign and of a post: lines that a person ticks off. Who did, and when, stays; so does taking it back.

import { call } from "../../data/api.js";
import { myName, path, pathToday } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { h } from "../../parts/preact.js";
import { minute } from "../../words/dates.js";
import { inLanguage, t } from "../../words/texts.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {import("api").DeliverableAnswer} Opened */
/** @typedef {Kept["checklist"][number]} Line */
/** @typedef {Kept["campaign"]["ticks"][number]} Tick */
/** Where lines are ticked off. @typedef {`/campaigns/${string}/ticks?${string}` | `/campaigns/${string}/deliverables/${string}/ticks`} To */

/** @param {{ kept: Kept, reload: () => Promise<void> }} props */
export function CampaignChecklist({ kept, reload }) {
  const to = pathToday(kept.campaign.id, "/ticks");
  const posts = kept.deliverables.filter(({ state }) => state !== "dropped");
  const own = kept.checklist.filter(({ scope }) => scope === "campaign");
  const ofPosts = kept.checklist.filter(({ scope }) => scope === "deliverable");
  return card(
    ...own.map((line) => box(line, "POST /campaigns/<campaign_id>/ticks", to, reload)),
    ...ofPosts.map(({ rule, text }) => {
      const done = posts.filter(({ ticked }) => ticked.includes(rule)).length;
      const counted = h("div", { class: "hint" }, t("web.checklist_posts", { done, all: posts.length }));
      return h("div", { key: rule }, inLanguage(text), counted);
    }),
  );
}

/** @param {{ post: Opened, reload: () => Promise<void> }} props */
export function PostChecklist({ post, reload }) {
  const to = path(post.campaign_id, `/deliverables/${post.deliverable.id}/ticks`);
  return card(
    ...post.checklist.map((line) =>
      box(line, "POST /campaigns/<campaign_id>/deliverables/<deliverable_id>/ticks", to, reload),
    ),
  );
}

/** @param {...import("../../parts/preact.js").Child} lines */
function card(...lines) {
  return h(
    "section",
    { class: "card checklist-card", "aria-labelledby": "checklist" },
    h("h2", { id: "checklist" }, t("draft.checklist")),
    ...lines,
    h("p", { class: "hint" }, t("draft.note")),
  );
}

/** @param {Line} line @param {string} needs @param {To} to @param {() => Promise<void>} reload */
function box(line, needs, to, reload) {
  const { done, rule } = line;
  const say = (/** @type {boolean} */ isDone) => call("POST", to, { rule, is_done: isDone, by: myName() });
  const onChange = async (/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget: input }) => {
    const isDone = input.checked;
    const isSaid = await perform(() => say(isDone), reload, {
      said: t(isDone ? "web.checklist_done" : "web.checklist_open"),
      undo: () => say(!isDone),
      about: `${to} ${rule}`,
    });
    if (!isSaid) input.checked = !isDone;
  };
  return h(
    "label",
    { class: "tick", key: rule },
    h("input", { needs, type: "checkbox", checked: done !== null, onChange }),
    h("span", {}, inLanguage(line.text), done && h("span", { class: "hint" }, ` ${signed(done)}`)),
  );
}

/** @param {Tick} tick */
function signed({ by, at }) {
  return [by, minute(at)].filter(Boolean).join(" · ");
}

/**
 * The lines to read and print, with who ticked each off.
 * @param {readonly Line[]} lines
 * @param {Line["scope"]} scope
 * @param {readonly Tick[]} ticks
 */
export function tickedOff(lines, scope, ticks) {
  const last = new Map(ticks.map((tick) => [tick.rule, tick]));
  const shown = lines.filter((line) => line.scope === scope);
  return h(
    "ul",
    { class: "ticked" },
    ...shown.map(({ rule, text }) => {
      const tick = last.get(rule);
      return h("li", {}, tick?.is_done ? `[x] ${inLanguage(text)} · ${signed(tick)}` : `[ ] ${inLanguage(text)}`);
    }),
  );
}
