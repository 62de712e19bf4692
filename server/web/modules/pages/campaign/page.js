// One campaign: its board, one of its posts, its brief; or a new one. The address says which.

import { call } from "../../data/api.js";
import { campaignOf, path } from "../../data/campaigns.js";
import { may } from "../../data/may.js";
import { refused } from "../../parts/trouble.js";
import { h } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { t } from "../../words/texts.js";
import { Board } from "./board.js";
import { BriefSheets } from "./brief.js";
import { DossierPage } from "./dossier.js";
import { DraftPage } from "./draft.js";
import { CampaignForm } from "./form.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/**
 * @typedef {object} Data
 * @property {Kept | null} kept null: a new one
 * @property {import("api").BrandAnswer[]} brands
 * @property {readonly import("./form.js").Search[]} searches
 * @property {import("api").DeliverableAnswer | null} post
 * @property {import("api").DossierAnswer | null} dossier
 * @property {string} currency
 */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  async load({ argument, query }) {
    const isNew = argument === "new";
    const post = query.get("post");
    const isForm = isNew || query.get("view") === "edit";
    const view = isNew ? null : query.get("view");
    const [kept, brands, settings, opened, searches, dossier] = await Promise.all([
      isNew ? null : campaignOf(argument),
      call("GET", "/brands"),
      call("GET", "/settings"),
      post && !isNew ? call("GET", path(argument, `/deliverables/${encodeURIComponent(post)}`)) : null,
      isForm ? call("GET", "/searches") : null,
      view === "dossier" ? call("GET", path(argument, "/dossier")) : null,
    ]);
    const { currency } = settings.settings;
    return { kept, brands: brands.brands, searches: searches?.searches ?? [], post: opened, dossier, currency };
  },
  View: CampaignPage,
};

/** @param {import("../../parts/preact.js").PageProps<Data>} props */
function CampaignPage({ data, route, reload }) {
  const { kept, post } = data;
  const needs = kept === null ? "POST /campaigns" : "PATCH /campaigns/<campaign_id>";
  const form = () => (may(needs) ? h(CampaignForm, { ...data, reload }) : refused());
  if (kept === null) return [head(null, t("web.campaign_new")), form()];
  if (post) return h(DraftPage, { kept, post, reload });
  const view = route.query.get("view");
  if (view === "edit") return [head(kept, t("web.campaign_edit")), form()];
  if (view === "brief") return h(BriefSheets, { kept });
  if (data.dossier) return h(DossierPage, { dossier: data.dossier });
  return h(Board, { kept, wanted: route.query.get("slot"), reload });
}

/** @param {Kept | null} kept @param {string} title */
function head(kept, title) {
  const back = kept ? address("campaign", kept.campaign.id) : address("campaigns");
  const words = kept ? kept.campaign.name : t("web.nav_campaigns");
  return h("div", { class: "page-head" }, h("a", { href: back }, "‹ ", h("bdi", {}, words)), h("h1", {}, title));
}
