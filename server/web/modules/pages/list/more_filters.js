// The filters that open: several tags, tags that are not wanted, ranges of numbers, amounts and days.

import { readMoney } from "../../data/money.js";
import { stages, stageText } from "../../data/stages.js";
import { button, labelled } from "../../parts/elements.js";
import { h, useLayoutEffect, useRef } from "../../parts/preact.js";
import { nicheName } from "../../words/choices.js";
import { shownName } from "../../words/creator_names.js";
import { exact } from "../../words/figures.js";
import { t } from "../../words/texts.js";
import { count, noFilters } from "./matching.js";

/** @typedef {import("./list.js").List} List */
/** @typedef {import("./matching.js").Filters} Filters */
/** @typedef {keyof Filters} Name */

const LONGEST = 300;
/** All that stand in this menu. @type {Name[]} */
const NAMES = [
  ...[
    "stage",
    "platform",
    "niche",
    "checked",
    "tags",
    "not_tags",
    "silent",
    "followers_min",
    "followers_max",
    "rate_min",
  ],
  ...["rate_max", "asked_min", "asked_max", "added_min", "added_max", "seen_min", "seen_max"],
].map((name) => /** @type {Name} */ (name));

/** The menu, and how many of its filters are in use. @param {{ list: List }} props */
export function MoreFilters({ list }) {
  const n = count(Object.fromEntries(NAMES.map((name) => [name, list.filters[name]])));
  const none = noFilters();
  const clear = () => list.filter(Object.fromEntries(NAMES.map((name) => [name, none[name]])));
  return h(
    "details",
    { class: "menu" },
    h(
      "summary",
      { class: "button button-small" },
      n ? t("web.list_filters_more_n", { n }) : t("web.list_filters_more"),
    ),
    h(
      "form",
      { class: "more-filters", onSubmit: (/** @type {Event} */ event) => event.preventDefault() },
      ...linesOf(list),
      h("datalist", { id: "list-tags" }, ...list.offered.of("tag").map((value) => h("option", { value, key: value }))),
      button(t("web.list_filters_clear"), "button-small", clear),
    ),
  );
}

/** @param {List} list */
function linesOf(list) {
  const { offered, filters } = list;
  const tags = { type: "text", maxlength: LONGEST, list: "list-tags" };
  const allStages = new Set([...stages().map((stage) => stage.name), ...offered.of("stage", filters.stage)]);
  const platforms = offered.of("platform", filters.platform);
  const niches = nichesOf(offered.of("niche", filters.niche));
  const checked = ["yes", "no"].map((value) => [value, t(`web.list_filter_checked_${value}`)]);
  return [
    labelled("web.list_filter_tags", h(Field, { list, name: "tags", more: tags })),
    labelled("web.list_filter_not_tags", h(Field, { list, name: "not_tags", more: tags })),
    labelled(
      "web.list_stage",
      choice(
        list,
        "stage",
        [...allStages].map((name) => [name, stageText(name)]),
      ),
    ),
    labelled(
      "web.list_platform",
      choice(
        list,
        "platform",
        platforms.map((name) => [name, platformText(name)]),
      ),
    ),
    labelled("web.list_niche", choice(list, "niche", niches)),
    labelled("web.list_filter_checked", choice(list, "checked", checked)),
    labelled("web.list_filter_silent", h(Field, { list, name: "silent", more: { type: "number", min: 1, step: 1 } })),
    range(list, "web.followers", "followers", { type: "number", min: 0, step: "1" }),
    range(list, "web.list_filter_rate", "rate", { type: "number", min: 0, step: "any" }),
    range(list, "web.price_asked", "asked", { type: "text", maxlength: 60 }),
    range(list, "web.list_added", "added", { type: "date" }),
    range(list, "web.list_seen", "seen", { type: "date" }),
  ];
}

/** Ids and names, in the order of the names. @param {string[]} ids */
function nichesOf(ids) {
  const named = ids.map((id) => /** @type {[string, string]} */ ([id, nicheName(id)]));
  return named.sort(([, one], [, other]) => one.localeCompare(other, "vi"));
}

/** @param {string} name */
function platformText(name) {
  return shownName(`${name}:`).replace(/ · $/, "");
}

/**
 * @param {List} list
 * @param {string} key
 * @param {"followers" | "rate" | "asked" | "added" | "seen"} field
 * @param {Record<string, string | number>} more
 */
function range(list, key, field, more) {
  const what = t(key);
  const [low, high] = [t("web.list_from", { what }), t("web.list_to", { what })];
  return h(
    "fieldset",
    { class: "range" },
    h("legend", {}, what),
    h(Field, { list, name: `${field}_min`, more: { ...more, "aria-label": low } }),
    h("span", { "aria-hidden": "true" }, "–"),
    h(Field, { list, name: `${field}_max`, more: { ...more, "aria-label": high } }),
  );
}

/**
 * It shows the filter whenever that is another one, and keeps what is being typed until it is left.
 * @param {{ list: List, name: Name, more: Record<string, string | number> }} props
 */
function Field({ list, name, more }) {
  const made = useRef(/** @type {HTMLInputElement | null} */ (null));
  const value = list.filters[name];
  const isAmount = name.startsWith("asked_");
  useLayoutEffect(() => {
    if (made.current) made.current.value = isAmount && value ? exact(Number(value), list.currency) : value;
  }, [value]);
  const onChange = async (/** @type {{ currentTarget: HTMLInputElement }} */ { currentTarget: field }) => {
    const text = field.value.trim();
    if (!isAmount) return list.filter({ [name]: text });
    const amount = await amountIn(text, list.currency);
    field.setAttribute("aria-invalid", String(text !== "" && amount === null));
    if (amount !== null) field.value = exact(amount, list.currency); // how it was understood
    return list.filter({ [name]: amount === null ? "" : String(amount) });
  };
  return h("input", { class: "field", name, ref: made, onChange, ...more });
}

/** Typed as anywhere else and read by the server; null where it is no amount. @param {string} text @param {string} currency */
async function amountIn(text, currency) {
  const reading = text ? await readMoney(text, currency).catch(() => null) : null;
  const meant = reading?.others[0] ?? reading?.price;
  return meant?.low ?? meant?.high ?? null;
}

/** @param {List} list @param {Name} name @param {string[][]} options value and words */
function choice(list, name, options) {
  return h(
    "select",
    {
      name,
      value: list.filters[name],
      onChange: (/** @type {{ currentTarget: HTMLSelectElement }} */ event) =>
        list.filter({ [name]: event.currentTarget.value }),
    },
    h("option", { value: "" }, t("web.list_anything")),
    ...options.map(([value, words]) => h("option", { value, key: value }, words)),
  );
}
