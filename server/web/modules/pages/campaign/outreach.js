// What is written to a creator: its fields filled, then copied. Nothing is sent, and nothing with an empty field is copied.

import { call } from "../../data/api.js";
import { asking, myName, path } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { button, foldable, labelled } from "../../parts/elements.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { minute } from "../../words/dates.js";
import { currentLanguage, t } from "../../words/texts.js";
import { copy } from "./copying.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {import("api").OutreachAnswer} Written */

const MESSAGES = /** @type {const} */ (["first", "reminder", "refusal"]);

/** @typedef {{ kept: Kept, creator: string, reload: () => Promise<void> }} Props */

const CHANNELS = /** @type {const} */ (["instagram", "zalo", "email", "phone", "other"]);
/** @typedef {(typeof CHANNELS)[number]} Channel */

/** @param {Props} props */
export function Outreach(props) {
  return [h(Sent, props), foldable(t("web.outreach"), h(Message, props))];
}

/** What was sent to this creator, the newest first. @param {Props} props */
function Sent({ kept, creator }) {
  const lines = kept.campaign.outreach.filter((line) => line.creator === creator).reverse();
  if (lines.length === 0) return null;
  const words = (/** @type {(typeof lines)[number]} */ line) => [
    t(`web.outreach_${line.message}`),
    t(`web.channel.${line.channel}`),
    minute(line.at),
    line.by,
  ];
  return h("ul", { class: "sent hint" }, ...lines.map((line) => h("li", {}, words(line).filter(Boolean).join(" · "))));
}

/** @param {Props} props */
function Message({ kept, creator, reload }) {
  const [message, choose] = useState("first");
  const [values, fill] = useState(/** @type {Record<string, string>} */ (known(kept, creator)));
  const [written, show] = useState(/** @type {Written | null} */ (null));
  const [language, speak] = useState(kept.campaign.brand.language === "en" ? "en" : "vi");
  const [channel, by] = useState(/** @type {Channel} */ ("instagram"));
  useEffect(() => {
    let isOver = false;
    const asked = { creator, message, language, values, me: myName() };
    call("POST", path(kept.campaign.id, "/outreach"), asked).then(
      (answer) => isOver || show(answer),
      () => null, // the next key asks again
    );
    return () => void (isOver = true);
  }, [message, language, JSON.stringify(values)]);
  const options = MESSAGES.map((one) => /** @type {const} */ ([one, t(`web.outreach_${one}`)]));
  return h(
    "div",
    { class: "field-group" },
    labelled("web.outreach_kind", h(Select, { value: message, options, onChoose: choose })),
    labelled(
      "web.outreach_language",
      h(Select, { value: language, options: named(["vi", "en"], "web.language"), onChoose: speak }),
    ),
    ...(written?.fields ?? []).map((name) =>
      field(name, values[name] ?? "", (text) => fill({ ...values, [name]: text })),
    ),
    written && result(written),
    h(
      "div",
      { class: "actions outreach-sent" },
      labelled(
        "web.outreach_channel",
        h(Select, {
          value: channel,
          options: named(CHANNELS, "web.channel"),
          onChoose: (code) => by(/** @type {Channel} */ (code)),
        }),
      ),
      button(t("web.outreach_sent"), "button-small", () => sent(kept, { creator, message, channel }, reload)),
    ),
  );
}

/** @param {readonly string[]} codes @param {string} words */
function named(codes, words) {
  return codes.map((code) => /** @type {const} */ ([code, t(`${words}.${code}`)]));
}

/** Note that it was sent; that stays. @param {Kept} kept @param {{ creator: string, message: string, channel: Channel }} line @param {() => Promise<void>} reload */
function sent(kept, line, reload) {
  const to = path(kept.campaign.id, "/outreach/sent") + asking();
  return perform(() => call("POST", to, { ...line, me: myName() }), reload, {
    said: t("web.outreach_noted", { name: line.creator }),
  });
}

/** What the campaign knows already. @param {Kept} kept @param {string} creator */
function known(kept, creator) {
  const posts = kept.deliverables.filter((post) => post.creator === creator && post.state !== "dropped");
  return {
    sender: myName(),
    brand: kept.campaign.brand.name,
    deliverables: posts.map((post) => t(`deliverable.${post.kind}`)).join(", "),
  };
}

/** @param {string} name @param {string} value @param {(text: string) => void} fill */
function field(name, value, fill) {
  const onInput = (/** @type {{ currentTarget: HTMLInputElement }} */ event) => fill(event.currentTarget.value);
  return labelled(`web.outreach_field.${name}`, h("input", { class: "field", maxlength: 500, value, onInput }), {
    key: name,
  });
}

/** @param {Written} written */
function result({ text, missing, elsewhere }) {
  return h(
    "div",
    { class: "outreach" },
    elsewhere.length > 0 &&
      h("p", { class: "message message-closer" }, t("web.slot_elsewhere", { who: elsewhere.join(", ") })),
    text === null
      ? h("p", { class: "hint" }, t("web.outreach_missing", { fields: missing.map(fieldName).join(", ") }))
      : h("p", { class: "draft-text" }, h("bdi", {}, text)),
    h(
      "div",
      { class: "actions" },
      button(t("web.copy"), "button-small button-primary", () => copy(text ?? "", t("web.outreach")), {
        disabled: text === null,
      }),
    ),
  );
}

/** @param {string} name */
function fieldName(name) {
  return t(`web.outreach_field.${name}`).toLocaleLowerCase(currentLanguage());
}
