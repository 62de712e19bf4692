// One place of a campaign: who has it, their posts, who could step in.

import { call } from "../../data/api.js";
import { asking, path, pathToday, seen, undo } from "../../data/campaigns.js";
import { may } from "../../data/may.js";
import { perform } from "../../parts/perform.js";
import { button, foldable, labelled } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { amountText } from "../../words/campaigns.js";
import { askedText, inFull } from "../../words/figures.js";
import { inLanguage, t } from "../../words/texts.js";
import { fitLine, fitPoints } from "./fit.js";
import { Outreach, Sent } from "./outreach.js";
import { NewPost, postTable } from "./posts.js";
import { SlotPlan } from "./slot_plan.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {Kept["campaign"]["slots"][number]} Slot */
/** @typedef {import("api").ProposalsAnswer} Proposals */
/** @typedef {{ kept: Kept, slot: Slot, reload: () => Promise<void> }} Props */
/** @typedef {import("./fit.js").Fits} Fits */

const PLANS = "POST /campaigns/<campaign_id>/deliverables";
const FILLS = "POST /campaigns/<campaign_id>/slots/<slot_id>/fill";

/** @param {Props & { fits: Fits | null }} props */
export function SlotCard({ kept, slot, fits, reload }) {
  const [found, show] = useState(/** @type {Proposals | null} */ (null));
  const at = path(kept.campaign.id, `/slots/${slot.id}`);
  const posts = kept.deliverables.filter((post) => post.slot === slot.id);
  const propose = async () => show(await call("GET", `${at}/proposals${asking()}`));
  const back = () => undo(kept.campaign.id);
  const drop = () =>
    perform(() => call("POST", `${at}/drop${asking()}`, undefined, seen(kept.version)), reload, {
      said: t("web.slot_dropped", { name: shownName(slot.creator ?? "") }),
      undo: back,
      about: `campaign ${kept.campaign.id}`,
    }).then((done) => (done ? propose() : null));
  const remove = () =>
    perform(() => call("DELETE", `${at}${asking()}`, undefined, seen(kept.version)), reload, {
      said: t("web.slot_removed"),
      undo: back,
      about: `campaign ${kept.campaign.id}`,
    });
  return h(
    "section",
    {
      id: `slot-${slot.id}`,
      class: slot.creator ? "card slot" : "card slot slot-gap",
      "aria-label": slot.creator ? shownName(slot.creator) : t("web.slot_gap"),
    },
    h(
      "div",
      { class: "slot-head" },
      who(slot),
      h("span", { class: "hint" }, planOf(kept, slot)),
      h(
        "div",
        { class: "actions" },
        slot.creator &&
          button(t("web.slot_drop"), "button-small", drop, {
            needs: "POST /campaigns/<campaign_id>/slots/<slot_id>/drop",
          }),
        !slot.creator && button(t("web.slot_propose"), "button-small", propose, { needs: FILLS }),
        button(t("web.slot_remove"), "button-small", remove, {
          needs: "DELETE /campaigns/<campaign_id>/slots/<slot_id>",
        }),
      ),
    ),
    asked(kept, slot.creator),
    fitLine(fits, slot.id, slot.creator),
    !slot.creator && found && h(Proposed, { kept, slot, found, reload }),
    !slot.creator && h(Fill, { needs: FILLS, kept, slot, reload }),
    posts.length > 0 && postTable(kept, posts, reload),
    slot.creator && posts.length === 0 && h(NewPost, { needs: PLANS, kept, slot, reload }),
    backups(kept, slot),
    slot.creator && h(Sent, { kept, creator: slot.creator }),
    folds({ kept, slot, reload }, posts.length),
  );
}

/** What is rarely wanted, in one row; one more post where there are some already. @param {Props} props @param {number} there */
function folds({ kept, slot, reload }, there) {
  return h(
    "div",
    { class: "folds" },
    may(PLANS) && slot.creator && there > 0 && foldable(t("web.post_add"), h(NewPost, { kept, slot, reload })),
    h(SlotPlan, { needs: "PATCH /campaigns/<campaign_id>/slots/<slot_id>", kept, slot, reload }),
    slot.creator && h(Outreach, { key: slot.creator, kept, creator: slot.creator, reload }),
  );
}

/** @param {Slot} slot */
function who({ creator }) {
  if (creator === null) return h("h2", { class: "late" }, t("web.slot_gap"));
  return h("h2", {}, h("a", { href: address("creators", creator) }, h("bdi", {}, shownName(creator))));
}

/** @param {Kept} kept @param {Slot} slot */
function planOf(kept, { niche, price_band: band }) {
  const name = niche && (kept.niches[niche] ? inLanguage(kept.niches[niche]) : niche);
  return [name, band && askedText(band)].filter(Boolean).join(" · ");
}

/** Who is asked before anybody writes. @param {Kept} kept @param {string | null} name */
function asked(kept, name) {
  const others = name === null ? [] : (kept.elsewhere[name] ?? []);
  return (
    others.length > 0 &&
    h("p", { class: "message message-closer" }, t("web.slot_elsewhere", { who: others.join(", ") }))
  );
}

/** @param {Kept} kept @param {Slot} slot */
function backups(kept, slot) {
  if (slot.backups.length === 0) return h("p", { class: slot.creator ? "hint" : "late" }, t("web.slot_no_backup"));
  const names = slot.backups.flatMap((name, at) => [
    at > 0 && ", ",
    h("a", { href: address("creators", name) }, h("bdi", {}, shownName(name))),
  ]);
  return h("p", { class: "hint" }, t("web.slot_backups"), ": ", ...names);
}

/** @param {Props & { found: Proposals }} props */
function Proposed({ kept, slot, found, reload }) {
  const { currency } = kept.budget;
  if (found.proposals.length === 0) return h("p", { class: "hint" }, t("web.slot_nobody"));
  const line = (/** @type {Proposals["proposals"][number]} */ one) =>
    h(
      "li",
      { class: "proposal", key: one.username },
      h("a", { href: address("creators", one.username) }, h("bdi", {}, shownName(one.username))),
      h("span", { class: "hint" }, t(one.is_backup ? "web.slot_is_backup" : "web.slot_fits")),
      h("span", {}, one.price ? inFull(one.price) : t("web.slot_no_price")),
      one.left &&
        h(
          "span",
          { class: one.left.low < 0 ? "late" : "" },
          t("web.slot_left", { left: amountText(one.left, currency) }),
        ),
      one.elsewhere.length > 0 &&
        h("span", { class: "late" }, t("web.slot_elsewhere", { who: one.elsewhere.join(", ") })),
      button(
        t("web.slot_take"),
        "button-small button-primary",
        () => fill(kept, slot, one.username, undefined, reload),
        { needs: FILLS },
      ),
      one.fit && one.fit.checks.length > 0 && h("div", { class: "slot-fit" }, ...fitPoints(one.fit)),
    );
  return h("ul", { class: "recent" }, ...found.proposals.map(line));
}

/** @param {Props} props */
function Fill({ kept, slot, reload }) {
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const price = String(data.get("price")).trim();
    return fill(kept, slot, String(data.get("creator")), price || undefined, reload);
  };
  return h(
    "form",
    { class: "price-form", onSubmit: submit },
    labelled("web.slot_handle", h("input", { name: "creator", class: "field", required: true, maxlength: 130 })),
    labelled("web.post_price", h("input", { name: "price", class: "field", maxlength: 500 })),
    h("button", { class: "button" }, t("web.slot_fill")),
  );
}

/**
 * @param {Kept} kept
 * @param {Slot} slot
 * @param {string} creator
 * @param {string | undefined} price that of the list where none is given
 * @param {() => Promise<void>} reload
 */
function fill(kept, slot, creator, price, reload) {
  const to = pathToday(kept.campaign.id, `/slots/${slot.id}/fill`);
  return perform(() => call("POST", to, { creator, ...(price ? { price } : {}) }, seen(kept.version)), reload, {
    said: t("web.slot_filled", { name: creator }),
    undo: () => undo(kept.campaign.id),
    about: `campaign ${kept.campaign.id}`,
  });
}
