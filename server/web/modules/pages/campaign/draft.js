// One post: its texts with what is to be mended in each, side by side, and what was decided.

import { call } from "../../data/api.js";
import { myName, path, pathToday, rememberMe, seen, undo } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { button, foldable, labelled } from "../../parts/elements.js";
import { h, useRef, useState } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { dayText, stateText } from "../../words/campaigns.js";
import { minute } from "../../words/dates.js";
import { OPEN_STATES, RULED } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";
import { PostChecklist } from "./checklist.js";
import { copyText } from "./copying.js";
import { findingsOf, markedText } from "./findings.js";
import { DraftPictures, PictureChoice, withFiles } from "./pictures.js";
import { PostedCard } from "./posted.js";
import { planFields } from "./posts.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {import("api").DeliverableAnswer} Opened */
/** @typedef {Opened["deliverable"]["versions"][number]} Version */
/** @typedef {{ kept: Kept, post: Opened, reload: () => Promise<void> }} Props */

const CHANGES = "PATCH /campaigns/<campaign_id>/deliverables/<deliverable_id>";
const HANDING_IN = new Set(/** @type {readonly string[]} */ (OPEN_STATES));

/** @param {Props} props */
export function DraftPage(props) {
  const { post } = props;
  const { deliverable: one } = post;
  const versions = one.versions.map((version, at) => versionCard(props, version, at)).reverse();
  return [
    head(props),
    h(PostedCard, props),
    h(Plan, { needs: CHANGES, ...props }),
    versions.length > 0 && h("div", { class: "versions" }, ...versions),
    HANDING_IN.has(one.state) &&
      h(HandIn, { needs: "POST /campaigns/<campaign_id>/deliverables/<deliverable_id>/versions", ...props }),
    h(PostChecklist, props),
    ["approved", "posted", "verified", "paid"].includes(one.state) && h(PostAddress, { needs: CHANGES, ...props }),
  ];
}

/** @param {Props} props */
function head({ post }) {
  const { deliverable: one } = post;
  const days = [
    one.due_draft && `${t("web.post_draft_due")}: ${dayText(one.due_draft)}`,
    one.due_post && `${t("web.post_due")}: ${dayText(one.due_post)}`,
  ];
  return h(
    "div",
    { class: "page-head" },
    h("a", { href: address("campaign", post.campaign_id) }, "‹ ", h("bdi", {}, post.campaign_name)),
    h(
      "h1",
      {},
      `${t(`deliverable.${one.kind}`)} · `,
      one.creator ? h("bdi", {}, shownName(one.creator)) : t("web.post_erased"),
    ),
    h("span", { class: "hint" }, [stateText(one.state), ...days].filter(Boolean).join(" · ")),
  );
}

/** Kind, price and days, to be changed, and a price only where it is another one. @param {Props} props */
function Plan({ post, reload }) {
  const { deliverable: one } = post;
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const held = (/** @type {string} */ name) => String(data.get(name) ?? "").trim() || null;
    const price = held("price") === (one.price?.text ?? null) ? {} : { price: held("price") };
    const body = { kind: held("kind"), due_draft: held("due_draft"), due_post: held("due_post"), ...price };
    const to = pathToday(post.campaign_id, `/deliverables/${one.id}`);
    await perform(() => call("PATCH", to, body, seen(post.version)), reload, {
      said: t("web.post_changed"),
      undo: () => undo(post.campaign_id),
      about: `campaign ${post.campaign_id}`,
    });
  };
  const key = [one.kind, one.price?.text, one.due_draft, one.due_post].join();
  return foldable(
    t("web.post_change"),
    h(
      "form",
      { class: "price-form", key, onSubmit: submit },
      ...planFields(one),
      h("button", { class: "button" }, t("web.view_save")),
    ),
  );
}

/** @param {Props} props */
function HandIn({ post, reload }) {
  const [pictures, show] = useState(/** @type {readonly import("./pictures.js").Picture[]} */ ([]));
  const held = useRef(Promise.resolve(pictures)); // one that is still being read counts too
  const [refused, refuse] = useState(/** @type {readonly string[]} */ ([]));
  const hold = (/** @type {typeof pictures} */ now) => {
    held.current = Promise.resolve(now);
    show(now);
  };
  const take = (/** @type {File[]} */ files) => {
    held.current = held.current.then(async (before) => {
      const taken = await withFiles(before, files);
      show(taken.pictures);
      refuse(taken.refused);
      return taken.pictures;
    });
  };
  const onPaste = (/** @type {ClipboardEvent} */ event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || event.clipboardData?.types.includes("text/plain")) return; // a sheet's cells are both
    event.preventDefault();
    take(files);
  };
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const data = new FormData(form);
    rememberMe(String(data.get("by")));
    const text = String(data.get("text")).replaceAll("\r\n", "\n");
    const to = path(post.campaign_id, `/deliverables/${post.deliverable.id}/versions`);
    const body = { text, by: myName(), pictures: await held.current };
    const done = await perform(() => call("POST", to, body), reload, { said: t("web.draft_handed_in"), form });
    if (!done) return;
    hold([]);
    refuse([]);
  };
  const required = pictures.length === 0;
  return h(
    "form",
    { class: "card", onSubmit: submit, onPaste, "data-keep": "draft" },
    labelled("web.draft_text", h("textarea", { name: "text", rows: 6, maxlength: 20_000, required })),
    h("p", { class: "hint" }, t("web.draft_paste")),
    h(PictureChoice, { pictures, hold, refused, take }),
    labelled("web.draft_by", h("input", { name: "by", class: "field", maxlength: 100, defaultValue: myName() })),
    h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.draft_hand_in"))),
  );
}

/** @param {Props} props */
function Decide({ post, reload }) {
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const data = new FormData(form);
    const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
    rememberMe(String(data.get("by")));
    const body = {
      ruled: pressed?.value ?? "changes",
      note: String(data.get("note")).replaceAll("\r\n", "\n"),
      by: myName(),
    };
    const to = path(post.campaign_id, `/deliverables/${post.deliverable.id}/decisions`);
    await perform(() => call("POST", to, body, seen(post.version)), reload, {
      said: t(`ruled.${body.ruled}`),
      about: `campaign ${post.campaign_id}`,
      form,
    });
  };
  const buttons = RULED.map((ruled) =>
    h(
      "button",
      { class: ruled === "approved" ? "button button-primary" : "button", name: "ruled", value: ruled },
      t(`decide.${ruled}`),
    ),
  );
  return h(
    "form",
    { class: "decide", onSubmit: submit, "data-keep": "decision", "aria-label": t("web.draft_decide") },
    h("h3", {}, t("web.draft_decide")),
    labelled("web.draft_note", h("textarea", { name: "note", rows: 2, maxlength: 2_000 })),
    labelled("web.draft_by", h("input", { name: "by", class: "field", maxlength: 100, defaultValue: myName() })),
    h("div", { class: "actions" }, ...buttons),
    h("p", { class: "hint" }, t("web.draft_for_good")),
  );
}

/** The latest version has its decision with it: nobody scrolls past the older ones to it. @param {Props} props @param {Version} version @param {number} at */
function versionCard(props, version, at) {
  const { post } = props;
  const check = post.checks[at];
  const isOpen = post.deliverable.state === "in_review" && at === post.deliverable.versions.length - 1;
  const { decision } = version;
  return h(
    "section",
    { class: "card version", "aria-labelledby": `version-${at}`, key: String(at) },
    h("h2", { id: `version-${at}` }, t("web.draft_version", { n: at + 1 })),
    h("p", { class: "hint" }, [version.by, minute(version.at)].filter(Boolean).join(" · ")),
    check && version.text && h("p", { class: "draft-text" }, ...markedText(version.text, check)),
    version.pictures.length > 0 && h(DraftPictures, { post, pictures: version.pictures }),
    check && findingsOf(check),
    decision && ruling(decision),
    check &&
      check.findings.length > 0 &&
      !check.ok &&
      h(
        "div",
        { class: "actions" },
        button(t("web.draft_copy"), "button-small", () => copyText(version, check)),
      ),
    isOpen && h(Decide, { needs: "POST /campaigns/<campaign_id>/deliverables/<deliverable_id>/decisions", ...props }),
  );
}

/** What was decided, by whom, and why. @param {NonNullable<Version["decision"]>} decision */
function ruling({ ruled, by, at, note }) {
  return h(
    "div",
    { class: `message message-lines ${ruled === "approved" ? "message-good" : "message-closer"}` },
    h("p", {}, h("strong", {}, t(`ruled.${ruled}`)), ` · ${[by, minute(at)].filter(Boolean).join(" · ")}`),
    note && h("p", { class: "draft-text" }, h("bdi", {}, note)),
  );
}

/** @param {Props} props */
function PostAddress({ post, reload }) {
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const to = pathToday(post.campaign_id, `/deliverables/${post.deliverable.id}`);
    const url = String(data.get("url")).trim();
    const isNew = post.deliverable.state === "approved" && url !== "";
    return perform(
      () => call("PATCH", to, { post_url: url || null, ...(isNew ? { state: "posted" } : {}) }, seen(post.version)),
      reload,
      { said: t("web.post_url_saved"), undo: () => undo(post.campaign_id), about: `campaign ${post.campaign_id}` },
    );
  };
  return h(
    "form",
    { class: "card price-form", onSubmit: submit },
    labelled(
      "web.post_url",
      h("input", {
        name: "url",
        type: "url",
        class: "field",
        maxlength: 500,
        defaultValue: post.deliverable.post_url ?? "",
      }),
    ),
    h("button", { class: "button" }, t(post.deliverable.state === "approved" ? "web.post_is_public" : "web.view_save")),
  );
}
