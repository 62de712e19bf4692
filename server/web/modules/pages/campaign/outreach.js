// What is written to a creator: its fields filled, then copied. Nothing is sent, and nothing with an empty field is copied.

import { call } from "../../data/api.js";
import { myName, path } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { button, foldable, labelled } from "../../parts/elements.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { currentLanguage, t } from "../../words/texts.js";
import { copy } from "./copying.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {import("api").OutreachAnswer} Written */

const MESSAGES = /** @type {const} */ (["first", "reminder", "refusal"]);

/** @param {{ kept: Kept, creator: string }} props */
export function Outreach(props) {
  return foldable(t("web.outreach"), h(Message, props));
}

/** @param {{ kept: Kept, creator: string }} props */
function Message({ kept, creator }) {
  const [message, choose] = useState("first");
  const [values, fill] = useState(/** @type {Record<string, string>} */ (known(kept, creator)));
  const [written, show] = useState(/** @type {Written | null} */ (null));
  const language = kept.campaign.brand.language === "en" ? "en" : "vi";
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
    ...(written?.fields ?? []).map((name) =>
      field(name, values[name] ?? "", (text) => fill({ ...values, [name]: text })),
    ),
    written && result(written, creator),
  );
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

/** @param {Written} written @param {string} creator */
function result({ text, missing, elsewhere }, creator) {
  const contacted = () =>
    perform(
      () => call("PUT", `/shortlist/${encodeURIComponent(creator)}`, { status: "contacted" }),
      async () => {},
      {
        said: t("web.outreach_marked", { name: creator }),
        undo: () => call("POST", `/shortlist/${encodeURIComponent(creator)}/undo`),
      },
    );
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
      button(t("web.outreach_contacted"), "button-small", contacted),
    ),
  );
}

/** @param {string} name */
function fieldName(name) {
  return t(`web.outreach_field.${name}`).toLocaleLowerCase(currentLanguage());
}
