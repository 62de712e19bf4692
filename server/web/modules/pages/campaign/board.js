// A campaign at a glance: its money, its places with who has them, and every post.

import { call, fileOf } from "../../data/api.js";
import { path, pathToday, undo } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { button } from "../../parts/elements.js";
import { fileButton, saveBlob } from "../../parts/files.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { currentLanguage, t } from "../../words/texts.js";
import { budgetCard } from "./budget.js";
import { CampaignChecklist } from "./checklist.js";
import { PlanSheet } from "./sheet.js";
import { SlotCard } from "./slot.js";
import { NewSlot } from "./slot_plan.js";

/** @typedef {import("api").CampaignAnswer} Kept */

/** @param {{ kept: Kept, wanted: string | null, reload: () => Promise<void> }} props ``wanted``: the slot that the address names */
export function Board({ kept, wanted, reload }) {
  const { campaign } = kept;
  const [fits, tell] = useState(/** @type {import("./fit.js").Fits | null} */ (null));
  useEffect(() => {
    let isOver = false;
    call("GET", path(campaign.id, "/fit")).then(
      (answer) => isOver || tell(answer),
      () => null, // the page is whole without it
    );
    return () => void (isOver = true);
  }, [campaign.id, kept.version]);
  useEffect(() => {
    if (wanted) document.getElementById(`slot-${wanted}`)?.scrollIntoView();
  }, [wanted]);
  return [
    head(kept, reload),
    budgetCard(kept),
    campaign.slots.length === 0 && h("p", { class: "message" }, t("web.campaign_no_slots")),
    ...campaign.slots.map((slot) => h(SlotCard, { key: slot.id, kept, slot, fits, reload })),
    h(NewSlot, { needs: "POST /campaigns/<campaign_id>/slots", kept, reload }),
    h(PlanSheet, { needs: "POST /campaigns/<campaign_id>/sheets", kept, reload }),
    h(CampaignChecklist, { kept, reload }),
  ];
}

/** @param {Kept} kept @param {() => Promise<void>} reload */
function head(kept, reload) {
  const { id, name, brand, category } = kept.campaign;
  return h(
    "div",
    { class: "page-head" },
    h("a", { href: address("campaigns") }, `‹ ${t("web.nav_campaigns")}`),
    h("h1", {}, h("bdi", {}, name)),
    h("bdi", { class: "hint" }, [brand.name, brand.product, t(`category.${category}`)].filter(Boolean).join(" · ")),
    h(
      "div",
      { class: "actions" },
      kept.undo_until &&
        button(
          t("web.undo"),
          "button-small",
          () => perform(() => undo(id), reload, { said: t("web.campaign_undone") }),
          { needs: "POST /campaigns/<campaign_id>/undo" },
        ),
      h(
        "a",
        { class: "button button-small", href: address("campaign", id, { view: "brief" }) },
        t("web.campaign_brief"),
      ),
      h(
        "a",
        {
          needs: "PATCH /campaigns/<campaign_id>",
          class: "button button-small",
          href: address("campaign", id, { view: "edit" }),
        },
        t("web.campaign_edit"),
      ),
      button(t("web.campaign_copy"), "button-small", () => copy(kept), {
        needs: "POST /campaigns/<campaign_id>/copies",
      }),
      fileButton(t("web.campaign_calendar"), "button-small", async () =>
        saveBlob(await fileOf(path(id, `/calendar.ics?language=${currentLanguage()}`)), "soi.ics"),
      ),
      h("a", { class: "button button-small", href: address("campaign", id, { view: "dossier" }) }, t("web.dossier")),
      fileButton(t("web.campaign_xlsx"), "button-small", async () =>
        saveBlob(await fileOf(path(id, `/plan.xlsx?language=${currentLanguage()}`)), "soi-campaign.xlsx"),
      ),
    ),
  );
}

/** The same for the next month, which is opened. @param {Kept} kept */
function copy(kept) {
  const name = t("web.campaign_copy_name", { name: kept.campaign.name }).slice(0, 120);
  let id = "";
  const back = async () => {
    await call("DELETE", path(id));
    location.hash = address("campaign", kept.campaign.id);
  };
  return perform(
    async () => {
      const made = await call("POST", pathToday(kept.campaign.id, "/copies"), { name, months: 1 });
      ({ id } = made.campaign);
      location.hash = address("campaign", id);
    },
    async () => {},
    { said: t("web.campaign_copied"), undo: back },
  );
}
