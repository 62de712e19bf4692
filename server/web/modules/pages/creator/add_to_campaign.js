// A creator is given a slot of a campaign that has none of theirs yet.

import { call } from "../../data/api.js";
import { pathToday, thisDay } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { button } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { address } from "../../words/address.js";
import { t } from "../../words/texts.js";

/** @typedef {import("api").CampaignSummary} Summary */

/** @param {{ username: string }} props */
export function AddToCampaign({ username }) {
  const [campaigns, show] = useState(/** @type {Summary[] | null} */ (null));
  const [chosen, choose] = useState("");
  const load = async () => {
    const { campaigns: all } = await call("GET", `/campaigns?today=${thisDay()}`);
    show(all.filter((/** @type {Summary} */ one) => one.removed_at === null && !one.creators.includes(username)));
  };
  if (campaigns === null)
    return button(t("web.campaign_add"), "button-small", () => void perform(load, async () => {}));
  const [first] = campaigns;
  if (!first)
    return h(
      "a",
      { needs: "POST /campaigns", class: "button button-small", href: address("campaign", "new") },
      t("web.campaign_new"),
    );
  const wanted = campaigns.find((one) => one.id === chosen) ?? first;
  const add = () =>
    perform(() => call("POST", pathToday(wanted.id, "/slots"), { creator: username }), load, {
      said: t("web.campaign_added", { name: username, campaign: wanted.name }),
      undo: () => call("POST", pathToday(wanted.id, "/undo")),
    });
  const options = campaigns.map((one) => /** @type {const} */ ([one.id, one.name]));
  return h(
    "span",
    { class: "row" },
    h(
      "label",
      {},
      h("span", { class: "visually-hidden" }, t("web.campaign_choose")),
      h(Select, { value: wanted.id, options, onChoose: choose }),
    ),
    button(t("web.campaign_add"), "button-small button-primary", add),
  );
}
