// Settings: one card a concern. Each card draws itself anew after it has saved, so what is typed in another one stays.

import { call } from "../api.js";
import { byId, h } from "../dom.js";
import { t } from "../texts.js";
import { dataCard } from "./backups.js";
import { browsersCard } from "./browsers.js";
import { erasingCard } from "./erasing.js";
import { generalCard } from "./general.js";
import { pricesCard } from "./prices.js";
import { searchesCard } from "./searches.js";
import { thresholdsCard } from "./thresholds.js";

/** @type {import("../routes.js").Page} */
export const page = {
  async draw(place, _route, signal) {
    const answers = await Promise.all(
      ["/settings", "/searches", "/settings/thresholds", "/settings/prices", "/status", "/storage/backups"].map(
        (path) => call("GET", path),
      ),
    );
    if (signal.aborted) return;
    const [general, searches, thresholds, prices, status, backups] = answers;
    const redraw = async () => {
      await page.draw(place, _route, signal);
      if (document.activeElement === document.body) byId("main").focus({ preventScroll: true });
    };
    place.replaceChildren(
      h("h1", {}, t("web.nav_settings")),
      generalCard(general),
      searchesCard(searches, signal),
      thresholdsCard(thresholds, signal),
      pricesCard(prices),
      browsersCard(status.devices),
      dataCard(status.stats, backups, redraw),
      erasingCard(redraw),
    );
  },
};
