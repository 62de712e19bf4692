// Settings: one card a concern. Each card keeps what is typed in it, whatever happens to the others.

import { call } from "../../data/api.js";
import { byId } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { t } from "../../words/texts.js";
import { DataCard } from "./backups.js";
import { BrowsersCard } from "./browsers.js";
import { ErasingCard } from "./erasing.js";
import { GeneralCard } from "./general.js";
import { PricesCard } from "./prices.js";
import { SearchesCard } from "./searches.js";
import { StagesCard } from "./stages.js";
import { ThresholdsCard } from "./thresholds.js";

const PATHS = [
  ...["/settings", "/searches", "/stages", "/settings/thresholds", "/settings/prices"],
  ...["/status", "/storage/backups"],
];

/** @typedef {import("api").Answers} Answers */
/** @typedef {[Answers["GET /api/v1/settings"], Answers["GET /api/v1/searches"], Answers["GET /api/v1/stages"], Answers["GET /api/v1/settings/thresholds"], Answers["GET /api/v1/settings/prices"], Answers["GET /api/v1/status"], Answers["GET /api/v1/storage/backups"]]} Data */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  load: async () => /** @type {Data} */ (await Promise.all(PATHS.map((path) => call("GET", path)))),
  View: SettingsPage,
};

/** @param {import("../../parts/preact.js").PageProps<Data>} props */
function SettingsPage({ data: [general, searches, stages, thresholds, prices, status, backups], reload }) {
  const redraw = async () => {
    await reload();
    if (document.activeElement === document.body) byId("main").focus({ preventScroll: true });
  };
  return [
    h("h1", {}, t("web.nav_settings")),
    h(GeneralCard, { answer: general }),
    h(SearchesCard, { answer: searches }),
    h(StagesCard, { answer: stages }),
    h(ThresholdsCard, { answer: thresholds }),
    h(PricesCard, { answer: prices }),
    h(BrowsersCard, { answer: status.devices }),
    h(DataCard, { stats: status.stats, answer: backups, redraw }),
    h(ErasingCard, { redraw }),
  ];
}
