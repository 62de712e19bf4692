// A plan sheet taken over: what it would plan is shown first.

import { call } from "../../data/api.js";
import { path, undo } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { button, foldable, labelled, scrolling, titleRow, trouble } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { troubleText } from "../../parts/trouble.js";
import { dayText } from "../../words/campaigns.js";
import { inFull } from "../../words/figures.js";
import { inLanguage, t } from "../../words/texts.js";

/** @typedef {import("api").PlanSheetAnswer} Plan */
/** @typedef {{ kept: import("api").CampaignAnswer, reload: () => Promise<void> }} Props */

/** @param {Props} props */
export function PlanSheet({ kept, reload }) {
  const [file, hold] = useState(/** @type {File | null} */ (null));
  const [plan, show] = useState(/** @type {Plan | null} */ (null));
  const [said, say] = useState("");
  const to = path(kept.campaign.id, "/sheets?dry_run=");
  const read = async (/** @type {{ currentTarget: HTMLInputElement }} */ event) => {
    const chosen = event.currentTarget.files?.[0] ?? null;
    hold(chosen);
    show(null);
    say("");
    if (!chosen) return;
    try {
      show(await call("POST", `${to}true`, chosen));
    } catch (error) {
      say(troubleText(error));
    }
  };
  const take = async () => {
    const done = await perform(() => call("POST", `${to}false`, file), reload, {
      said: t("web.plan_taken"),
      undo: () => undo(kept.campaign.id),
      about: `campaign ${kept.campaign.id}`,
    });
    if (done) show(null);
  };
  const input = h("input", { type: "file", class: "field", accept: ".xlsx,.csv,.tsv,.ods", onChange: read });
  return foldable(
    t("web.plan_sheet"),
    h("p", { class: "hint" }, t("web.plan_hint")),
    labelled("web.plan_file", input),
    trouble(said),
    plan && preview(kept, plan),
    plan && plan.lines.length > 0 && button(t("web.plan_take", { n: plan.lines.length }), "button-primary", take),
  );
}

/** @param {Props["kept"]} kept @param {Plan} plan */
function preview(kept, { lines, left_out: left }) {
  const row = (/** @type {Plan["lines"][number]} */ line) => {
    const niche = line.niche && kept.niches[line.niche];
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, h("bdi", {}, `@${line.creator}`)),
      h("td", {}, niche ? inLanguage(niche) : "–"),
      h("td", {}, line.is_backup ? t("web.slot_backups") : t(`deliverable.${line.kind}`)),
      h("td", {}, line.price ? inFull(line.price) : "–"),
      h("td", {}, dayText(line.due_draft)),
      h("td", {}, dayText(line.due_post)),
    );
  };
  const titles = [
    "web.list_creator",
    "web.slot_niche",
    "web.post_kind",
    "web.post_price",
    "web.post_draft_due",
    "web.post_due",
  ];
  const why = (/** @type {Plan["left_out"][number]} */ line) =>
    h(
      "li",
      {},
      t("web.plan_row", { row: line.row }),
      ": ",
      line.reason ? inLanguage(line.reason) : t("web.plan_rejected", { name: line.creator ?? "" }),
    );
  return [
    scrolling(h("table", { class: "evidence" }, titleRow(titles), h("tbody", {}, ...lines.map(row)))),
    left.length > 0 && h("ul", { class: "hint" }, ...left.map(why)),
  ];
}
