// Settings: one card a concern. Each card keeps what is typed in it, whatever happens to the others.

import { call } from "../../data/api.js";
import { byId } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { DataCard } from "./backups.js";
import { BrowsersCard } from "./browsers.js";
import { ErasingCard } from "./erasing.js";
import { GeneralCard } from "./general.js";
import { MembersCard, roleOf } from "./members.js";
import { PricesCard } from "./prices.js";
import { SearchesCard } from "./searches.js";
import { StagesCard } from "./stages.js";
import { ThresholdsCard } from "./thresholds.js";

const PATHS = [
  ...["/settings", "/searches", "/stages", "/settings/thresholds", "/settings/prices"],
  ...["/status", "/members"],
];

/** @typedef {import("api").Answers} Answers */
/** @typedef {[Answers["GET /api/v1/settings"], Answers["GET /api/v1/searches"], Answers["GET /api/v1/stages"], Answers["GET /api/v1/settings/thresholds"], Answers["GET /api/v1/settings/prices"], Answers["GET /api/v1/status"], Answers["GET /api/v1/members"], Answers["GET /api/v1/storage/backups"] | null]} Data */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = { load, View: SettingsPage };

async function load() {
  const answers = await Promise.all(PATHS.map((path) => call("GET", path)));
  const team = /** @type {Answers["GET /api/v1/members"]} */ (answers.at(-1));
  // Backups are the owners': whoever is none does not ask for what is refused.
  return /** @type {Data} */ ([...answers, roleOf(team) === "owner" ? await call("GET", "/storage/backups") : null]);
}

/** @param {import("../../parts/preact.js").PageProps<Data>} props */
function SettingsPage({ data: [general, searches, stages, thresholds, prices, status, team, backups], reload }) {
  const redraw = async () => {
    await reload();
    if (document.activeElement === document.body) byId("main").focus({ preventScroll: true });
  };
  const role = roleOf(team);
  return [
    h("h1", {}, t("web.nav_settings")),
    role === "owner" ? null : h("p", { class: "hint" }, t("web.settings_of_owners")),
    role === "owner" ? h(GeneralCard, { answer: general }) : null,
    role === "viewer" ? null : [h(SearchesCard, { answer: searches }), h(StagesCard, { answer: stages })],
    role === "owner" ? [h(ThresholdsCard, { answer: thresholds }), h(PricesCard, { answer: prices })] : null,
    h(BrowsersCard, { answer: status.devices }),
    h(MembersCard, { answer: team, redraw }),
    backups ? [h(DataCard, { stats: status.stats, answer: backups, redraw }), h(ErasingCard, { redraw })] : null,
  ];
}
