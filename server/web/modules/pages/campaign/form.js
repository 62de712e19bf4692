// Brand, budget and brief of a campaign, in the order in which the trade writes a brief.

import { Refused, call } from "../../data/api.js";
import { asking, pathToday, seen } from "../../data/campaigns.js";
import { labelled, trouble } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { troubleText } from "../../parts/trouble.js";
import { address } from "../../words/address.js";
import { CATEGORIES } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {import("api").Campaign} Campaign */
/** @typedef {{ id: string, name: string }} Search */
/** @typedef {{ kept: Kept | null, brands: import("api").BrandAnswer[], searches: readonly Search[], currency: string, reload: () => Promise<void> }} Props */

const CURRENCIES = ["VND", "USD", "EUR"];
const MESSAGES = [0, 1, 2];
/** @type {import("api").Brand} */
const NO_BRAND = { name: "", product: "", words: [], avoid: [], rivals: [], audience_words: [], language: "vi" };
/** @type {import("api").BriefForm} */
const NO_BRIEF = {
  angle: "",
  messages: [],
  dos: [],
  donts: [],
  required: [],
  mentions: [],
  hashtags: [],
  code: null,
  links: [],
  notifier: null,
  kind: null,
  age_months: null,
  max_length: null,
  edits: null,
  online_days: null,
  rights: "",
  exclusivity: "",
  payment: "",
};

/** @param {Props} props */
export function CampaignForm({ kept, brands, searches, currency, reload }) {
  const [said, say] = useState("");
  const [from, start] = useState(/** @type {import("api").BrandAnswer | null} */ (null));
  const campaign = kept?.campaign ?? null;
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    try {
      const saved = await save(kept, bodyOf(new FormData(form)), brands);
      form.reset(); // it is saved: nothing of it is a draft any more
      location.hash = address("campaign", saved.campaign.id);
    } catch (error) {
      say(error instanceof Refused && error.code === "conflict" ? t("web.campaign_conflict") : troubleText(error));
      if (error instanceof Refused && error.code === "conflict") await reload();
    }
  };
  return h(
    "form",
    { class: "card campaign-form", "data-keep": "campaign", onSubmit: submit },
    !kept && brands.length > 0 && brandChoice(brands, start),
    brandFields(campaign, from),
    searchFields(campaign, searches),
    budgetFields(campaign, currency),
    briefFields(campaign?.brief ?? NO_BRIEF),
    trouble(said),
    h(
      "div",
      { class: "actions" },
      h("button", { class: "button button-primary" }, t(kept ? "web.view_save" : "web.campaign_begin")),
      h(
        "a",
        { class: "button", href: kept ? address("campaign", kept.campaign.id) : address("campaigns") },
        t("web.cancel"),
      ),
    ),
  );
}

/** @param {import("api").BrandAnswer[]} brands @param {(brand: import("api").BrandAnswer | null) => void} start */
function brandChoice(brands, start) {
  const options = brands.map(
    ({ id, brand }) => /** @type {const} */ ([id, [brand.name, brand.product].filter(Boolean).join(" · ")]),
  );
  const onChoose = (/** @type {string} */ id) => start(brands.find((one) => one.id === id) ?? null);
  return labelled(
    "web.campaign_from_brand",
    h(Select, { name: "from", value: "", options: [["", t("web.campaign_own_brand")], ...options], onChoose }),
  );
}

/** Another brand brings its own words; what was typed of the campaign stays. @param {Campaign | null} campaign @param {import("api").BrandAnswer | null} from the brand that was chosen */
function brandFields(campaign, from) {
  const brand = from?.brand ?? campaign?.brand ?? NO_BRAND;
  return group(
    "web.campaign_brand",
    labelled("web.campaign_name", line("name", campaign?.name ?? "", 120, { required: true })),
    labelled("web.campaign_category", choice("category", campaign?.category ?? "general", CATEGORIES, "category")),
    h(OwnFields, { key: `brand ${from?.id ?? ""}`, brand }),
  );
}

/** @param {{ brand: import("api").Brand }} props */
function OwnFields({ brand }) {
  return [
    labelled("web.brand_name", line("brand.name", brand.name, 120, { required: true })),
    labelled("web.brand_product", line("brand.product", brand.product, 200)),
    labelled("web.brand_language", choice("brand.language", brand.language, ["vi", "en"], "web.language")),
    labelled("web.brand_words", lines("brand.words", brand.words)),
    labelled("web.brand_avoid", lines("brand.avoid", brand.avoid)),
    labelled("web.brand_rivals", lines("brand.rivals", brand.rivals)),
    labelled("web.brand_audience", lines("brand.audience_words", brand.audience_words)),
  ];
}

/** What the creators are held against. @param {Campaign | null} campaign @param {readonly Search[]} searches */
function searchFields(campaign, searches) {
  const options = searches.map(({ id, name }) => /** @type {const} */ ([id, name]));
  const chosen = searches.some(({ id }) => id === campaign?.search) ? campaign?.search : "";
  const days = { type: "number", min: 1, max: 3650, step: 1 };
  return group(
    "web.campaign_search",
    labelled(
      "web.campaign_search_saved",
      h(Select, { name: "search", value: chosen ?? "", options: [["", t("web.campaign_search_none")], ...options] }),
    ),
    labelled("web.campaign_rival_days", line("rival_days", String(campaign?.rival_days ?? ""), 4, days)),
    h("p", { class: "hint" }, t("web.campaign_search_hint")),
  );
}

/** @param {Campaign | null} campaign @param {string} usual */
function budgetFields(campaign, usual) {
  const budget = campaign?.budget ?? { amount: null, currency: usual, withholding: true };
  const amount = { type: "number", min: 0, step: "any", inputmode: "decimal" };
  const options = CURRENCIES.map((code) => /** @type {const} */ ([code, code]));
  return group(
    "web.campaign_budget",
    labelled("web.budget_amount", line("amount", budget.amount === null ? "" : String(budget.amount), 20, amount)),
    labelled("web.budget_currency", h(Select, { name: "currency", value: budget.currency, options })),
    h(
      "label",
      { class: "tick" },
      h("input", { type: "checkbox", name: "withholding", defaultChecked: budget.withholding }),
      t("web.budget_withholding"),
    ),
    labelled("web.campaign_members", lines("members", campaign?.members)),
  );
}

/** @param {import("api").BriefForm} brief */
function briefFields(brief) {
  const whole = (/** @type {number | null} */ n) => (n === null ? "" : String(n));
  const count = { type: "number", min: 0, step: 1 };
  return group(
    "web.campaign_brief",
    labelled("web.brief_angle", area("angle", brief.angle, 2_000)),
    ...MESSAGES.map((at) =>
      h(
        "div",
        { class: "side-by-side" },
        labelled("web.brief_message", line(`message${at}`, brief.messages[at]?.text ?? "", 500)),
        labelled("web.brief_proof", line(`proof${at}`, brief.messages[at]?.proof ?? "", 500)),
      ),
    ),
    labelled("web.brief_dos", lines("dos", brief.dos)),
    labelled("web.brief_donts", lines("donts", brief.donts)),
    labelled("web.brief_required", lines("required", brief.required)),
    labelled("web.brief_mentions", lines("mentions", brief.mentions)),
    labelled("web.brief_hashtags", lines("hashtags", brief.hashtags)),
    labelled("web.brief_code", line("code", brief.code ?? "", 500)),
    labelled("web.brief_links", lines("links", brief.links)),
    labelled("web.brief_notifier", line("notifier", brief.notifier ?? "", 500)),
    labelled("web.brief_kind", h(Select, { name: "kind", value: brief.kind ?? "", options: kinds() })),
    labelled("web.brief_age_months", line("age_months", whole(brief.age_months), 5, count)),
    labelled("web.brief_max_length", line("max_length", whole(brief.max_length), 6, count)),
    labelled("web.brief_edits", line("edits", whole(brief.edits), 3, count)),
    labelled("web.brief_online_days", line("online_days", whole(brief.online_days), 5, count)),
    labelled("web.brief_rights", area("rights", brief.rights, 2_000)),
    labelled("web.brief_exclusivity", area("exclusivity", brief.exclusivity, 2_000)),
    labelled("web.brief_payment", area("payment", brief.payment, 2_000)),
  );
}

/** Foods that have phrases of their own by the law. */
function kinds() {
  const codes = /** @type {const} */ (["supplement_food", "medical_nutrition"]);
  const named = codes.map((code) => /** @type {const} */ ([code, t(`web.food_kind.${code}`)]));
  return [/** @type {const} */ (["", t("web.food_kind.none")]), ...named];
}

/** What the form holds, as the API takes it. @param {FormData} data */
function bodyOf(data) {
  const text = (/** @type {string} */ name) =>
    String(data.get(name) ?? "")
      .replaceAll("\r\n", "\n")
      .trim();
  const many = (/** @type {string} */ name) =>
    text(name)
      .split("\n")
      .map((one) => one.trim())
      .filter(Boolean);
  const whole = (/** @type {string} */ name) => (text(name) === "" ? null : Number(text(name)));
  const messages = MESSAGES.map((at) => ({ text: text(`message${at}`), proof: text(`proof${at}`) }));
  const texts = Object.fromEntries(["angle", "rights", "exclusivity", "payment"].map((name) => [name, text(name)]));
  const lists = ["dos", "donts", "required", "mentions", "hashtags", "links"].map((name) => [name, many(name)]);
  const numbers = ["age_months", "max_length", "edits", "online_days"].map((name) => [name, whole(name)]);
  return {
    name: text("name"),
    brand: {
      name: text("brand.name"),
      product: text("brand.product"),
      language: text("brand.language"),
      ...Object.fromEntries(
        ["words", "avoid", "rivals", "audience_words"].map((name) => [name, many(`brand.${name}`)]),
      ),
    },
    category: text("category"),
    search: text("search") || null,
    rival_days: whole("rival_days"),
    budget: { amount: whole("amount"), currency: text("currency"), withholding: data.has("withholding") },
    members: many("members"),
    brief: {
      ...texts,
      ...Object.fromEntries([...lists, ...numbers]),
      messages: messages.filter((one) => one.text),
      code: text("code") || null,
      notifier: text("notifier") || null,
      kind: text("kind") || null,
    },
  };
}

/**
 * A brand that is new is kept for the next campaign too.
 * @param {Kept | null} kept
 * @param {ReturnType<typeof bodyOf>} body
 * @param {import("api").BrandAnswer[]} brands
 * @returns {Promise<Kept>}
 */
async function save(kept, body, brands) {
  if (kept) return call("PATCH", pathToday(kept.campaign.id), body, seen(kept.version));
  const saved = await call("POST", `/campaigns${asking()}`, body);
  const isNew = !brands.some(({ brand }) => brand.name === body.brand.name && brand.product === body.brand.product);
  if (isNew) await call("POST", "/brands", body.brand).catch(() => null); // the campaign is there without it
  return saved;
}

/** @param {string} key @param {...import("../../parts/preact.js").Child} fields */
function group(key, ...fields) {
  return h("fieldset", { class: "field-group" }, h("legend", {}, t(key)), ...fields);
}

/** @param {string} name @param {string} value @param {number} longest @param {Record<string, unknown>} [more] */
function line(name, value, longest, more = {}) {
  return h("input", { name, class: "field", maxlength: longest, defaultValue: value, ...more });
}

/** @param {string} name @param {string} value @param {number} longest */
function area(name, value, longest) {
  return h("textarea", { name, rows: 2, maxlength: longest, defaultValue: value });
}

/** One text a line. @param {string} name @param {readonly string[] | undefined} values */
function lines(name, values) {
  return area(name, (values ?? []).join("\n"), 10_000);
}

/** @param {string} name @param {string} value @param {readonly string[]} codes @param {string} words */
function choice(name, value, codes, words) {
  return h(Select, { name, value, options: codes.map((code) => /** @type {const} */ ([code, t(`${words}.${code}`)])) });
}
