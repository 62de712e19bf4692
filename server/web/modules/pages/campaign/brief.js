// The brief, one page a creator: on the screen, on paper, and as a text to copy.

import { button } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { dayText } from "../../words/campaigns.js";
import { t } from "../../words/texts.js";
import { copy } from "./copying.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {[title: string, lines: string[]]} Part */

/** @param {{ kept: Kept }} props */
export function BriefSheets({ kept }) {
  const { id, name, slots } = kept.campaign;
  const creators = slots.flatMap((slot) => (slot.creator ? [slot.creator] : []));
  return [
    h(
      "div",
      { class: "page-head no-print" },
      h("a", { href: address("campaign", id) }, "‹ ", h("bdi", {}, name)),
      h("h1", {}, t("web.campaign_brief")),
      h(
        "div",
        { class: "actions" },
        button(t("web.report_print"), "button-primary button-small", () => window.print()),
      ),
    ),
    ...(creators.length > 0 ? creators : [null]).map((creator) => sheet(kept, creator)),
  ];
}

/** @param {Kept} kept @param {string | null} creator */
function sheet(kept, creator) {
  const parts = partsOf(kept, creator);
  const title = creator ? `${kept.campaign.name} · @${creator}` : kept.campaign.name;
  return h(
    "article",
    { class: "sheet brief-sheet", key: creator ?? "" },
    h(
      "div",
      { class: "sheet-line" },
      h("h2", {}, h("bdi", {}, title)),
      h("span", {}, h("bdi", {}, kept.campaign.brand.name)),
    ),
    ...parts.map(([words, lines]) =>
      h("section", {}, h("h3", {}, words), h("ul", {}, ...lines.map((line) => h("li", {}, h("bdi", {}, line))))),
    ),
    h(
      "div",
      { class: "actions no-print" },
      button(t("web.brief_copy"), "button-small", () => copy(textOf(title, parts), t("web.campaign_brief"))),
    ),
  );
}

/** @param {string} title @param {Part[]} parts */
function textOf(title, parts) {
  return [title, ...parts.flatMap(([words, lines]) => ["", words, ...lines.map((line) => `- ${line}`)])].join("\n");
}

/** Only what is filled in. @param {Kept} kept @param {string | null} creator @returns {Part[]} */
function partsOf(kept, creator) {
  const { brand, brief } = kept.campaign;
  const posts = kept.deliverables.filter((post) => post.creator === creator && post.state !== "dropped");
  const messages = brief.messages.map(({ text, proof }) => (proof ? t("web.brief_proven", { text, proof }) : text));
  const asked = [...brief.mentions, ...brief.hashtags, ...brief.required, brief.code ?? "", ...brief.links];
  const limits = [
    brief.edits !== null && t("web.brief_edits_n", { n: brief.edits }),
    brief.online_days !== null && t("web.brief_online_n", { n: brief.online_days }),
    brief.max_length !== null && t("web.brief_length_n", { n: brief.max_length }),
  ].filter((line) => line !== false);
  /** @type {Part[]} */
  const parts = [
    [t("web.brand_product"), [brand.product]],
    [t("web.brief_angle"), [brief.angle]],
    [t("web.brief_messages"), messages],
    [t("web.brief_posts"), posts.map(postLine)],
    [t("web.brief_asked"), asked],
    [t("web.brief_do"), brief.dos],
    [t("web.brief_dont"), [...brief.donts, ...brand.avoid]],
    [t("web.brief_limits"), limits],
    [t("web.brief_rights"), [brief.rights]],
    [t("web.brief_exclusivity"), [brief.exclusivity]],
    [t("web.brief_payment"), [brief.payment]],
  ];
  return parts
    .map(([words, lines]) => /** @type {Part} */ ([words, lines.filter(Boolean)]))
    .filter(([, lines]) => lines.length > 0);
}

/** @param {Kept["deliverables"][number]} post */
function postLine(post) {
  const days = [
    post.due_draft && `${t("web.post_draft_due")} ${dayText(post.due_draft)}`,
    post.due_post && `${t("web.post_due")} ${dayText(post.due_post)}`,
  ];
  return [t(`deliverable.${post.kind}`), ...days].filter(Boolean).join(" · ");
}
