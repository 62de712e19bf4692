// A plan sheet taken over: what it would plan is shown first.

import { call } from "../../data/api.js";
import { path, undo } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { button, foldable, labelled, scrolling, titleRow, trouble } from "../../parts/elements.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { troubleText } from "../../parts/trouble.js";
import { dayText } from "../../words/campaigns.js";
import { whereOf } from "../../words/cells.js";
import { inFull } from "../../words/figures.js";
import { currentLanguage, inLanguage, t } from "../../words/texts.js";
import { shownName } from "../../words/creator_names.js";

const SHOWN = 200;

/** @typedef {import("api").PlanSheetAnswer} Plan */
/** @typedef {{ kept: import("api").CampaignAnswer, reload: () => Promise<void> }} Props */

/** @param {Props} props */
export function PlanSheet({ kept, reload }) {
  const [file, hold] = useState(/** @type {File | null} */ (null));
  const [plan, show] = useState(/** @type {Plan | null} */ (null));
  const [said, say] = useState("");
  const [round, begin] = useState(0);
  const language = currentLanguage();
  const to = path(kept.campaign.id, `/sheets?language=${language}&dry_run=`);
  useEffect(() => {
    let isOver = false;
    show(null);
    say("");
    if (file)
      call("POST", `${to}true`, file).then(
        (answer) => isOver || show(answer),
        (error) => isOver || say(troubleText(error)),
      );
    return () => void (isOver = true);
  }, [file, language]);
  const take = async () => {
    const work = async () => {
      await call("POST", `${to}false`, file);
      hold(null);
      begin(round + 1);
    };
    await perform(work, reload, {
      said: t("web.plan_taken"),
      undo: () => undo(kept.campaign.id),
      about: `campaign ${kept.campaign.id}`,
    });
  };
  const onChange = (/** @type {{ currentTarget: HTMLInputElement }} */ event) =>
    hold(event.currentTarget.files?.[0] ?? null);
  const input = h("input", { key: round, type: "file", class: "field", accept: ".xlsx,.csv,.tsv,.ods", onChange });
  return foldable(
    t("web.plan_sheet"),
    h("p", { class: "hint" }, t("web.plan_hint")),
    labelled("web.plan_file", input),
    trouble(said),
    plan && preview(kept, plan),
    plan && plan.lines.length > 0 && taking(plan, take),
  );
}

/** How many lines are new; a sheet that is planned already is said to be so. @param {Plan} plan @param {() => unknown} take */
export function taking({ lines }, take) {
  const fresh = lines.filter((line) => !line.is_there).length;
  if (fresh === 0) return h("p", { class: "hint" }, t("web.plan_all_there"));
  return h(
    "div",
    { class: "actions" },
    button(t("web.plan_take", { n: fresh }), "button-primary", () => void take()),
    fresh < lines.length && h("span", { class: "hint" }, t("web.plan_there", { n: lines.length - fresh })),
  );
}

/** @param {Props["kept"]} kept @param {Plan} plan */
function preview(kept, { lines, left_out: left, remarks }) {
  const row = (/** @type {Plan["lines"][number]} */ line) => {
    const niche = line.niche && kept.niches[line.niche];
    return h(
      "tr",
      {},
      h(
        "th",
        { scope: "row" },
        h("bdi", {}, shownName(line.creator)),
        line.is_there && h("div", { class: "hint" }, t("web.plan_is_there")),
      ),
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
      whereOf({ ...line, column: "" }),
      ": ",
      line.reason ? inLanguage(line.reason) : t("web.plan_rejected", { name: line.creator ?? "" }),
    );
  return [
    scrolling(h("table", { class: "evidence" }, titleRow(titles), h("tbody", {}, ...lines.map(row)))),
    remarks.length > 0 && [
      h("h3", {}, `${t("web.plan_remarks")}: ${remarks.length}`),
      h("ul", { class: "points" }, ...remarks.slice(0, SHOWN).map(unread)),
      remarks.length > SHOWN && h("p", { class: "hint" }, t("web.import_more", { n: remarks.length - SHOWN })),
    ],
    left.length > 0 && h("ul", { class: "hint" }, ...left.map(why)),
  ];
}

/** A day or price that is not planned, with its cell. @param {Plan["remarks"][number]} remark */
function unread(remark) {
  const column = remark.column && remark.heading ? ` (${remark.heading})` : "";
  return h("li", {}, `${whereOf(remark)}${column}, ${shownName(remark.creator)}: ${inLanguage(remark.reason)}`);
}
