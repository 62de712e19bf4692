// The public post beside what was approved: what differs in each text, since when, and who is asked to mend it.

import { call } from "../../data/api.js";
import { path, seen } from "../../data/campaigns.js";
import { button } from "../../parts/elements.js";
import { perform } from "../../parts/perform.js";
import { h } from "../../parts/preact.js";
import { minute } from "../../words/dates.js";
import { inLanguage, t } from "../../words/texts.js";

/** @typedef {import("api").DeliverableAnswer} Opened */
/** @typedef {NonNullable<Opened["posted"]>} Beside */
/** @typedef {NonNullable<Opened["deliverable"]["posted"]>} Evidence */

const SAYS = "POST /campaigns/<campaign_id>/deliverables/<deliverable_id>/posted";

/** @param {{ post: Opened, reload: () => Promise<void> }} props */
export function PostedCard({ post, reload }) {
  const { posted } = post;
  const evidence = post.deliverable.posted;
  if (posted === null || evidence === null) return null;
  const isGood = evidence.state === "same";
  return h(
    "section",
    { class: "card posted", "aria-labelledby": "posted-title" },
    h("h2", { id: "posted-title" }, t("web.posted_title")),
    h(
      "div",
      { class: `message message-lines ${isGood ? "message-good" : "message-closer"}` },
      h("p", {}, h("strong", {}, inLanguage(posted.word)), ` · ${when(evidence)}`),
      ...notes(evidence).map((line) => h("p", {}, line)),
      posted.ask_until && h("p", {}, t("web.posted_ask_until", { time: minute(posted.ask_until) })),
      posted.ask_until && contacts(posted),
    ),
    h("p", {}, h("a", { href: posted.url, target: "_blank", rel: "noreferrer noopener" }, h("bdi", {}, posted.url))),
    evidence.state === "asked" ? asked(post, evidence, reload) : sides(posted),
  );
}

/** @param {Evidence} evidence */
function when({ at, since }) {
  const seenAt = t("web.posted_seen", { time: minute(at) });
  return at === since ? seenAt : `${seenAt} · ${t("web.posted_since", { time: minute(since) })}`;
}

/** @param {Evidence} evidence */
function notes({ state, has_label: label, missing_mentions: names }) {
  if (state === "gone" || state === "asked") return [];
  return [
    label === true && t("web.posted_label"),
    label === false && t("posted.no_label"),
    label === null && t("posted.label_unknown"),
    names.length > 0 && t("posted.no_mention", { names: names.join(", ") }),
  ].filter((line) => line !== false);
}

/** Whom to ask for a change or a removal, as far as the list knows. @param {Beside} posted */
function contacts({ contacts: known }) {
  const all = known ? [...known.emails, ...known.phones, ...known.zalo.map((zalo) => `Zalo ${zalo}`)] : [];
  if (all.length === 0) return h("p", {}, t("web.posted_no_contact"));
  return h("p", {}, t("web.posted_contact"), ": ", h("bdi", {}, all.join(" · ")));
}

/** Both texts; what only one of them has stands in `del` or `ins`. @param {Beside} posted */
function sides({ parts }) {
  if (parts.length === 0) return null;
  const approved = parts.map((part) => (part.is_same ? part.approved : part.approved && h("del", {}, part.approved)));
  const live = parts.map((part) => (part.is_same ? part.live : part.live && h("ins", {}, part.live)));
  return h(
    "div",
    { class: "side-by-side" },
    h("div", {}, h("h3", {}, t("web.posted_approved")), h("p", { class: "draft-text" }, ...approved)),
    h("div", {}, h("h3", {}, t("web.posted_live")), h("p", { class: "draft-text" }, ...live)),
  );
}

/** @param {Opened} post @param {Evidence} evidence @param {() => Promise<void>} reload */
function asked(post, { code, text }, reload) {
  const say = (/** @type {boolean} */ is_it) =>
    perform(
      () =>
        call(
          "POST",
          path(post.campaign_id, `/deliverables/${post.deliverable.id}/posted`),
          { code, is_it },
          seen(post.version),
        ),
      reload,
      { said: t(is_it ? "web.posted_linked" : "web.posted_not_it"), about: `campaign ${post.campaign_id}` },
    );
  return [
    text && h("p", { class: "draft-text" }, h("bdi", {}, text)),
    h("p", {}, t("web.posted_is_it")),
    h(
      "div",
      { class: "actions" },
      button(t("web.posted_yes"), "button-small button-primary", () => say(true), { needs: SAYS }),
      button(t("web.posted_no"), "button-small", () => say(false), { needs: SAYS }),
    ),
  ];
}
