// What a creator asks for a post, what a post may cost by each price list that has this size, and what the asked price
// comes to.

import { labelled } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { money, range } from "../../words/figures.js";
import { useMoney } from "../../parts/money_field.js";
import { currencyOf, expectedPrice, listName, priceIn } from "../../data/references.js";
import { CURRENCIES } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { Select } from "../../parts/select.js";
import { useKeeper } from "./keeping.js";

/** @typedef {import("../../data/money.js").Price | null} Asked */
/** @typedef {{ followers: number | null, engagements: number }} Size */

const KINDS = ["image", "carousel", "reel", "video"];
const NETS = /** @type {const} */ ({ "": null, net: true, gross: false });

/**
 * @param {{ known: Pick<import("../../data/creators.js").Known, "state" | "analysis">, prices: import("api").Prices, usual: string, reload: () => Promise<void> }} props
 *   `prices` of the references; `usual` is the currency of a price that nobody has asked yet
 */
export function PriceCard({ known: { state, analysis }, prices, usual, reload }) {
  const [kind, setKind] = useState(KINDS[0] ?? "");
  const [asked, setAsked] = useState(/** @type {Asked} */ (null));
  const entry = state.shortlist;
  const size = sizeOf(entry, analysis);
  if (!entry && size.followers === null) return null;
  const options = KINDS.map((name) => /** @type {const} */ ([name, t(`web.kind_${name}`)]));
  const kinds =
    size.followers !== null &&
    labelled("web.price_kind", h(Select, { name: "kind", value: "image", options, onChoose: setKind }));
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.price_title")),
    h(AskedForm, { entry, username: state.creator.username, usual, kinds, heard: setAsked, reload }),
    h("div", { class: "block" }, size.followers !== null && answerTo(prices, size, kind, asked)),
  );
}

/**
 * By the last check, or by the last visit where no check's audit is kept.
 * @param {import("api").Entry | null} entry
 * @param {import("api").AnalysisAnswer | null} analysis
 * @returns {Size}
 */
function sizeOf(entry, analysis) {
  const visit = entry?.last_check;
  const [count, rate] = analysis
    ? [analysis.facts.followers, analysis.engagement.rate_pct]
    : [visit?.followers, visit?.engagement_rate];
  const followers = count?.value ?? null;
  return { followers, engagements: ((rate?.value ?? 0) / 100) * (followers ?? 0) };
}

/**
 * @typedef {object} AskedProps
 * @property {import("api").Entry | null} entry
 * @property {string} username
 * @property {string} usual
 * @property {import("../../parts/preact.js").Child} kinds
 * @property {(price: Asked) => void} heard
 * @property {() => Promise<void>} reload
 */

/** @param {AskedProps} props */
function AskedForm({ entry, username, usual, kinds, heard, reload }) {
  const stored = entry?.price_asked ?? null;
  const currency = currencyOf(entry, usual);
  const field = useMoney({ name: "asked", stored, currency, username, heard });
  const { touch, keep } = useKeeper(entry, reload);
  const codes = [...new Set([...CURRENCIES, currency])];
  /** @param {SubmitEvent} event */
  const submit = async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const price = await field.read().catch((error) => {
      toast(troubleText(error), { trouble: true });
      return undefined;
    });
    if (price === undefined) return;
    const net = String(new FormData(form).get("net") ?? "");
    await keep(form, { price_asked: price && withNet(price, net, netWord(stored)) });
  };
  return h(
    "form",
    { class: "price-form", "data-keep": "price", onInput: touch, onSubmit: submit },
    kinds,
    labelled("web.price_asked", h("input", field.attributes())),
    labelled(
      "web.price_currency",
      h(Select, {
        name: "currency",
        value: currency,
        options: codes.map((code) => /** @type {const} */ ([code, code])),
        onChoose: (code) => void field.useCurrency(code),
      }),
    ),
    labelled(
      "web.price_net",
      h(Select, {
        name: "net",
        value: netWord(stored),
        options: Object.keys(NETS).map((word) => /** @type {const} */ ([word, t(`web.price_net_${word || "unsaid"}`)])),
      }),
    ),
    entry && h("button", { needs: "PATCH /shortlist/<username>", class: "button" }, t("web.price_save")),
    field.echo(),
  );
}

/** @param {Asked} price @returns {keyof typeof NETS} */
function netWord(price) {
  if (price?.net == null) return "";
  return price.net ? "net" : "gross";
}

/**
 * What was chosen, else what the words say.
 * @param {import("../../data/money.js").Price} price
 * @param {string} chosen
 * @param {string} before
 */
function withNet(price, chosen, before) {
  if (chosen === before && chosen === "") return price;
  return { ...price, net: NETS[/** @type {keyof typeof NETS} */ (chosen)] };
}

/**
 * @param {import("api").Prices} prices
 * @param {Size} size
 * @param {string} kind
 * @param {Asked} asked
 */
function answerTo(prices, { followers, engagements }, kind, asked) {
  if (followers === null) return [];
  return [expected(prices, followers, kind, engagements), verdictOn(prices, followers, kind, engagements, asked)];
}

/**
 * @param {import("api").Prices} prices
 * @param {number} followers
 * @param {string} kind
 * @param {number} engagements
 */
function expected(prices, followers, kind, engagements) {
  const lines = prices.markets.flatMap((market) => {
    const price = expectedPrice(market, followers, prices.formats[kind]);
    if (!price) return [];
    const cost = engagements
      ? t("web.price_each", {
          cost: range(
            money(price.low / engagements, market.currency),
            money(price.high / engagements, market.currency),
          ),
        })
      : "";
    return h(
      "li",
      {},
      h("strong", {}, range(money(price.low, market.currency), money(price.high, market.currency))),
      cost && ` · ${cost}`,
      h("span", { class: "hint" }, ` ${listName(market)}`),
    );
  });
  return lines.length ? h("ul", { class: "points" }, ...lines) : h("p", { class: "quiet" }, t("web.price_none"));
}

/**
 * @param {import("api").Prices} prices
 * @param {number} followers
 * @param {string} kind
 * @param {number} engagements
 * @param {Asked} asked
 */
function verdictOn(prices, followers, kind, engagements, asked) {
  if (!asked?.currency) return "";
  const low = asked.low ?? 0;
  const high = asked.high ?? low;
  const price = priceIn(prices, asked.currency, followers, kind)?.price;
  const cost = engagements
    ? t("web.price_each", {
        cost: range(money(low / engagements, asked.currency), money(high / engagements, asked.currency)),
      })
    : t("web.price_each_unknown");
  if (!price) return h("p", {}, cost);
  const higher = low > price.high ? "above" : "within";
  const word = high < price.low ? "below" : higher;
  return h("p", {}, h("strong", {}, t(`web.price_${word}`)), ` ${cost}`);
}
