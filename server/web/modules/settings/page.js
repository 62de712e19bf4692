// Settings: what may change while Soi runs, who is connected, what is kept, and how to get rid of it.

import { Refused, call } from "../api.js";
import { button, h } from "../dom.js";
import { money } from "../figures.js";
import { references } from "../references.js";
import { moment, number, t } from "../texts.js";
import { labelled } from "../creator/prices.js";
import { scrolling } from "../creator/history.js";
import { toast } from "../toast.js";

/** @typedef {{ settings: Record<string, string | number | boolean>, fixed: string[], version: number }} Saved */

/** Settings that the page knows words for; the others stay as they are. */
const FIELDS = /** @type {const} */ ([
  { name: "language", choices: ["auto", "vi", "en"] },
  { name: "currency", choices: ["VND", "USD"] },
  { name: "keep_visits", least: 4, most: 10_000 },
  { name: "keep_days", least: 0, most: 36_500 },
  { name: "pods", flag: true },
]);

/** @type {import("../routes.js").Page} */
export const page = {
  async draw(place, _route, signal) {
    const redraw = async () => {
      const [saved, status, tables] = await Promise.all([
        call("GET", "/settings"),
        call("GET", "/status"),
        references(),
      ]);
      if (signal.aborted) return;
      place.replaceChildren(
        h("h1", {}, t("web.nav_settings")),
        general(saved, redraw),
        prices(tables.prices),
        browsers(status.devices, redraw),
        data(status.stats),
      );
    };
    await redraw();
  },
};

/**
 * @param {Saved} saved
 * @param {() => void} redraw
 */
function general(saved, redraw) {
  const controls = FIELDS.map((field) => /** @type {const} */ ([field.name, control(field, saved)]));
  const form = h(
    "form",
    { class: "settings-form" },
    ...controls.map(([name, made]) =>
      h(
        "div",
        { class: "block" },
        labelled(`web.setting_${name}`, made),
        h("p", { class: "hint" }, t(saved.fixed.includes(name) ? "web.setting_fixed" : `web.setting_${name}_hint`)),
      ),
    ),
    h("div", { class: "actions" }, h("button", { class: "button button-primary" }, t("web.view_save"))),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wanted = controls
      .filter(([name]) => !saved.fixed.includes(name))
      .map(([name, made]) => [name, valueOf(made)]);
    await keep(Object.fromEntries(wanted), saved.version);
    redraw();
  });
  return h("section", { class: "card" }, h("h2", {}, t("web.settings_general")), form);
}

/**
 * @param {typeof FIELDS[number]} field
 * @param {Saved} saved
 */
function control(field, saved) {
  const value = saved.settings[field.name];
  const made = empty(field);
  made.disabled = saved.fixed.includes(field.name);
  if (made instanceof HTMLInputElement && made.type === "checkbox") made.checked = value === true;
  else made.value = String(value);
  return made;
}

/** @param {typeof FIELDS[number]} field @returns {HTMLInputElement | HTMLSelectElement} */
function empty(field) {
  if ("flag" in field) return h("input", { type: "checkbox" });
  if (!("choices" in field)) {
    return h("input", { type: "number", class: "field", min: field.least, max: field.most, required: true });
  }
  const options = field.choices.map((choice) => h("option", { value: choice }, choiceText(field.name, choice)));
  return h("select", {}, ...options);
}

/** @param {HTMLInputElement | HTMLSelectElement} made */
function valueOf(made) {
  if (!(made instanceof HTMLInputElement)) return made.value;
  return made.type === "checkbox" ? made.checked : Number(made.value);
}

/**
 * @param {string} name
 * @param {string} choice
 */
function choiceText(name, choice) {
  return name === "language" ? t(`web.language_${choice}`) : choice;
}

/**
 * @param {Record<string, unknown>} wanted
 * @param {number} version
 */
async function keep(wanted, version) {
  try {
    await call("PUT", "/settings", wanted, { "If-Match": `"${version}"` });
    toast(t("web.settings_saved"));
  } catch (error) {
    const code = error instanceof Refused ? error.code : "internal";
    toast(t(code === "server_off" ? "web.server_off" : `error.${code}`), { trouble: true });
  }
}

/** @param {any} table */
function prices(table) {
  const titles = ["web.setting_prices_from", "web.setting_prices_to", "web.list_price"];
  const lists = table.markets.map((/** @type {any} */ market) => [
    h("h3", {}, `${market.name}, ${market.year} (${market.currency})`),
    scrolling(
      h(
        "table",
        { class: "evidence" },
        h("thead", {}, h("tr", {}, ...titles.map((key) => h("th", { scope: "col" }, t(key))))),
        h("tbody", {}, ...market.ranges.map((/** @type {number[]} */ row) => priceRow(row, market))),
      ),
    ),
  ]);
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_prices")),
    h("p", { class: "hint" }, t("web.settings_prices_text", { version: table.version })),
    ...lists.flat(),
  );
}

/**
 * @param {number[]} row
 * @param {any} market
 */
function priceRow([from = 0, to = 0, low = 0, high = 0], market) {
  const price =
    market.per_follower == null
      ? `${money(low, market.currency)} – ${money(high, market.currency)}`
      : t("web.setting_per_follower", { price: money(market.per_follower, market.currency) });
  return h("tr", {}, h("td", {}, number(from)), h("td", {}, number(to)), h("td", {}, price));
}

/**
 * @param {{ client_id: string, name: string, created_at: string, last_seen: string | null, live: boolean }[]} devices
 * @param {() => void} redraw
 */
function browsers(devices, redraw) {
  const lines = devices.map((device) => {
    const off = button(t("web.disconnect"), "button-small", () =>
      call("DELETE", `/devices/${device.client_id}`).then(redraw, redraw),
    );
    off.setAttribute("aria-label", t("web.disconnect_name", { name: device.name }));
    const seen = device.live
      ? t("web.device_live")
      : t("web.device_seen", { when: moment(device.last_seen ?? device.created_at) });
    return h(
      "li",
      { class: "device" },
      h("div", { class: "device-text" }, h("strong", {}, h("bdi", {}, device.name)), h("p", { class: "hint" }, seen)),
      off,
    );
  });
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_browsers")),
    lines.length ? h("ul", { class: "devices" }, ...lines) : h("p", { class: "quiet" }, t("web.no_device")),
  );
}

/** @param {any} stats */
function data(stats) {
  const size = number(stats.bytes_on_disk / 1_048_576, 1);
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.settings_data")),
    h(
      "p",
      {},
      t("web.data_kept", {
        entries: number(stats.entries),
        creators: number(stats.creators),
        visits: number(stats.visits),
        size,
      }),
    ),
    h("p", {}, t("web.data_backups", { n: number(stats.backups) })),
    command("web.data_backup", "soi backup soi-backup.json"),
    command("web.data_restore", "soi restore soi-backup.json"),
    command("web.data_erase", "soi doctor"),
  );
}

/**
 * @param {string} key
 * @param {string} line
 */
function command(key, line) {
  return h("p", {}, `${t(key)} `, h("code", {}, line));
}
