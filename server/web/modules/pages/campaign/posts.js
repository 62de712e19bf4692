// The posts of one place: kind, days, price, state, and the way to their texts.

import { call } from "../../data/api.js";
import { pathToday, seen, thisDay, undo } from "../../data/campaigns.js";
import { may } from "../../data/may.js";
import { perform } from "../../parts/perform.js";
import { labelled, scrolling, titleRow } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { address } from "../../words/address.js";
import { amountText, dayText, stateText } from "../../words/campaigns.js";
import { inFull } from "../../words/figures.js";
import { BY_LOG, DELIVERABLE_KINDS } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {import("api").PlannedPost} Post */
/** @typedef {Kept["campaign"]["slots"][number]} Slot */

/** Reached by a text and a decision alone. */
const LOGGED = new Set(/** @type {readonly string[]} */ (BY_LOG));

/** @param {Kept} kept @param {Post[]} posts @param {() => Promise<void>} reload */
export function postTable(kept, posts, reload) {
  const titles = ["web.post", "web.post_draft_due", "web.post_due", "web.post_price", "web.post_state"];
  return scrolling(
    h(
      "table",
      { class: "evidence stacking posts" },
      titleRow(titles),
      h("tbody", {}, ...posts.map((post) => h(Row, { key: `${post.id}-${post.version}`, kept, post, reload }))),
    ),
  );
}

/** @param {{ kept: Kept, post: Post, reload: () => Promise<void> }} props */
function Row({ kept, post, reload }) {
  const link = address("campaign", kept.campaign.id, { post: post.id });
  const cell = (/** @type {string} */ key, /** @type {import("../../parts/preact.js").Child} */ value) =>
    h("td", { "data-label": t(key) }, value);
  const late = post.overdue !== null;
  return h(
    "tr",
    {},
    h(
      "th",
      { scope: "row" },
      h("a", { href: link }, t(`deliverable.${post.kind}`)),
      h("div", { class: "hint" }, post.creator ? h("bdi", {}, shownName(post.creator)) : t("web.post_erased")),
      h(
        "div",
        { class: "hint" },
        post.versions ? t("web.post_versions", { n: post.versions }) : t("web.post_no_draft"),
      ),
    ),
    cell(
      "web.post_draft_due",
      h("span", { class: late && post.overdue === post.due_draft ? "late" : "" }, dayText(post.due_draft)),
    ),
    cell(
      "web.post_due",
      h("span", { class: late && post.overdue === post.due_post ? "late" : "" }, dayText(post.due_post)),
    ),
    cell("web.post_price", [
      post.price ? inFull(post.price) : "–",
      post.cost &&
        h("div", { class: "hint" }, t("web.post_cost", { cost: amountText(post.cost, kept.budget.currency) })),
    ]),
    cell("web.post_state", [stateChoice(kept, post, reload), publicLine(link, post)]),
  );
}

/** What the public post said, where it was opened. @param {string} link @param {Post} post */
function publicLine(link, { posted }) {
  if (posted === null) return null;
  return h("div", { class: posted === "same" ? "hint" : "late" }, h("a", { href: link }, t(`posted.${posted}`)));
}

/** The states that may follow; those of the log are reached on the post's own page. @param {Kept} kept @param {Post} post @param {() => Promise<void>} reload */
function stateChoice(kept, post, reload) {
  if (!may("PATCH /campaigns/<campaign_id>/deliverables/<deliverable_id>")) return stateText(post.state);
  const steps = post.steps.filter((state) => !LOGGED.has(state) || (state === "approved" && post.state === "posted"));
  const options = [post.state, ...steps].map((state) => /** @type {const} */ ([state, stateText(state)]));
  const onChoose = (/** @type {string} */ state) => {
    const to = pathToday(kept.campaign.id, `/deliverables/${post.id}`);
    const paid = state === "paid" ? { paid_on: thisDay() } : {};
    return perform(() => call("PATCH", to, { state, ...paid }, seen(post.version)), reload, {
      said: t("web.post_stated", { state: stateText(state) }),
      undo: () => undo(kept.campaign.id),
      about: `campaign ${kept.campaign.id}`,
    });
  };
  return h(
    "label",
    {},
    h("span", { class: "visually-hidden" }, t("web.post_state")),
    h(Select, { value: post.state, options, onChoose }),
  );
}

/** @param {{ kept: Kept, slot: Slot, reload: () => Promise<void> }} props */
export function NewPost({ kept, slot, reload }) {
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const held = (/** @type {string} */ name) => String(new FormData(form).get(name) ?? "").trim() || null;
    const body = {
      slot: slot.id,
      kind: held("kind"),
      price: held("price"),
      due_draft: held("due_draft"),
      due_post: held("due_post"),
    };
    await perform(() => call("POST", pathToday(kept.campaign.id, "/deliverables"), body), reload, {
      said: t("web.post_added"),
      undo: () => undo(kept.campaign.id),
      about: `campaign ${kept.campaign.id}`,
      form,
    });
  };
  return h(
    "form",
    { class: "price-form", onSubmit: submit },
    ...planFields({ kind: "image", price: null, due_draft: null, due_post: null }),
    h("button", { class: "button" }, t("web.post_add")),
  );
}

/** @typedef {{ kind: string, price: { text: string } | null, due_draft: string | null, due_post: string | null }} Plan */

/** @param {Plan} plan */
export function planFields({ kind, price, due_draft, due_post }) {
  const options = DELIVERABLE_KINDS.map((one) => /** @type {const} */ ([one, t(`deliverable.${one}`)]));
  const field = (/** @type {string} */ name, /** @type {string} */ value, more = {}) =>
    h("input", { name, class: "field", defaultValue: value, ...more });
  return [
    labelled("web.post_kind", h(Select, { name: "kind", value: kind, options })),
    labelled("web.post_price", field("price", price?.text ?? "", { maxlength: 500 })),
    labelled("web.post_draft_due", field("due_draft", due_draft ?? "", { type: "date" })),
    labelled("web.post_due", field("due_post", due_post ?? "", { type: "date" })),
  ];
}
