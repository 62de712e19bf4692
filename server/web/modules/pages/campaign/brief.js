// The brief, one page a creator: on the screen, on paper, and as a text to copy, in the language of its creators.

import { button } from "../../parts/elements.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { dayText } from "../../words/campaigns.js";
import { shownName } from "../../words/creator_names.js";
import { speaking, t } from "../../words/texts.js";
import { copy } from "./copying.js";
import { useLanguageFor } from "./language.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {[title: string, lines: string[]]} Part */

/** @param {{ kept: Kept }} props */
export function BriefSheets({ kept }) {
  const { id, name, slots, brand } = kept.campaign;
  const { language, choice } = useLanguageFor(brand, "web.brief_language");
  const [{ say }, take] = useState(/** @type {{ say: typeof t | null }} */ ({ say: null }));
  useEffect(() => {
    let isWanted = true;
    void speaking(language).then((found) => isWanted && take({ say: found }));
    return () => void (isWanted = false);
  }, [language]);
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
        choice,
        button(t("web.report_print"), "button-primary button-small", () => window.print()),
      ),
    ),
    ...(say ? (creators.length > 0 ? creators : [null]).map((creator) => sheet(kept, creator, language, say)) : []),
  ];
}

/** @param {Kept} kept @param {string | null} creator @param {string} language @param {typeof t} say its words */
function sheet(kept, creator, language, say) {
  const parts = partsOf(kept, creator, say);
  const title = creator ? `${kept.campaign.name} · ${shownName(creator)}` : kept.campaign.name;
  return h(
    "article",
    { class: "sheet brief-sheet", key: creator ?? "", lang: language },
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

/** Only what is filled in. @param {Kept} kept @param {string | null} creator @param {typeof t} say @returns {Part[]} */
function partsOf(kept, creator, say) {
  const { brand, brief } = kept.campaign;
  const posts = kept.deliverables.filter((post) => post.creator === creator && post.state !== "dropped");
  const messages = brief.messages.map(({ text, proof }) => (proof ? say("web.brief_proven", { text, proof }) : text));
  const asked = [...brief.mentions, ...brief.hashtags, ...brief.required, brief.code ?? "", ...brief.links];
  const limits = [
    brief.edits !== null && say("web.brief_edits_n", { n: brief.edits }),
    brief.online_days !== null && say("web.brief_online_n", { n: brief.online_days }),
    brief.max_length !== null && say("web.brief_length_n", { n: brief.max_length }),
  ].filter((line) => line !== false);
  /** @type {Part[]} */
  const parts = [
    [say("web.brand_product"), [brand.product]],
    [say("web.brief_angle"), [brief.angle]],
    [say("web.brief_messages"), messages],
    [say("web.brief_posts"), posts.map((post) => postLine(post, say))],
    [say("web.brief_asked"), asked],
    [say("web.brief_do"), brief.dos],
    [say("web.brief_dont"), [...brief.donts, ...brand.avoid]],
    [say("web.brief_limits"), limits],
    [say("web.brief_rights"), [brief.rights]],
    [say("web.brief_exclusivity"), [brief.exclusivity]],
    [say("web.brief_payment"), [brief.payment]],
  ];
  return parts
    .map(([words, lines]) => /** @type {Part} */ ([words, lines.filter(Boolean)]))
    .filter(([, lines]) => lines.length > 0);
}

/** @param {Kept["deliverables"][number]} post @param {typeof t} say */
function postLine(post, say) {
  const days = [
    post.due_draft && `${say("web.post_draft_due")} ${dayText(post.due_draft)}`,
    post.due_post && `${say("web.post_due")} ${dayText(post.due_post)}`,
  ];
  return [say(`deliverable.${post.kind}`), ...days].filter(Boolean).join(" · ");
}
