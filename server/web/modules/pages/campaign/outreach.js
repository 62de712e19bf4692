// What is written to a creator: its fields filled, then copied. Nothing is sent, and nothing with an empty field is copied.

import { call } from "../../data/api.js";
import { myName, path, pathToday } from "../../data/campaigns.js";
import { loadTemplates } from "../../data/outreach_templates.js";
import { perform } from "../../parts/perform.js";
import { button, labelled } from "../../parts/elements.js";
import { h, useEffect, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { minute } from "../../words/dates.js";
import { CHANNELS, MESSAGES } from "../../words/shared_facts.js";
import { currentLanguage, t } from "../../words/texts.js";
import { copy } from "./copying.js";
import { useLanguageFor } from "./language.js";
import { Templates, fieldLabel, templateOf } from "./templates.js";

/** @typedef {import("api").CampaignAnswer} Kept */
/** @typedef {import("api").OutreachAnswer} Written */
/** @typedef {import("./templates.js").Kind} Kind */

/** @typedef {{ kept: Kept, creator: string, reload: () => Promise<void> }} Props */

/** @typedef {(typeof CHANNELS)[number]} Channel */

/** The message is drawn when it is opened first: a campaign has many creators. @param {Props} props */
export function Outreach(props) {
  const [wasOpened, open] = useState(false);
  const onToggle = (/** @type {{ currentTarget: HTMLDetailsElement }} */ event) =>
    event.currentTarget.open && open(true);
  return h(
    "details",
    { class: "signal", onToggle },
    h("summary", {}, h("span", {}, t("web.outreach"))),
    h("div", { class: "signal-more" }, wasOpened && h(Message, props)),
  );
}

/** What was sent to this creator, the newest first. @param {{ kept: Kept, creator: string }} props */
export function Sent({ kept, creator }) {
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
  const [message, choose] = useState(/** @type {Kind} */ ("first"));
  const [values, fill] = useState(/** @type {Record<string, string>} */ (known(kept, creator)));
  const { language, choice } = useLanguageFor(kept.campaign.brand, "web.outreach_language");
  const [chosen, take] = useState("");
  const [channel, by] = useState(/** @type {Channel} */ ("instagram"));
  const [, draw] = useState({});
  useEffect(() => {
    loadTemplates().then(
      () => draw({}),
      () => null, // the text that ships is there without them
    );
  }, []);
  const own = { message, language, chosen, choose: (/** @type {string} */ id) => (take(id), draw({})) };
  const template = templateOf(own)?.text;
  const wanted = JSON.stringify({ creator, message, language, values, template });
  const written = useWritten(path(kept.campaign.id, "/outreach"), wanted);
  const options = MESSAGES.map((one) => /** @type {const} */ ([one, t(`web.outreach_${one}`)]));
  return h(
    "div",
    { class: "field-group" },
    labelled(
      "web.outreach_kind",
      h(Select, { value: message, options, onChoose: (kind) => choose(/** @type {Kind} */ (kind)) }),
    ),
    choice,
    h(Templates, { key: `${message} ${language}`, ...own }),
    ...(written?.fields ?? []).map((name) =>
      field(name, values[name] ?? "", (text) => fill({ ...values, [name]: text })),
    ),
    written && result(written, written.asked === wanted),
    h(
      "div",
      { needs: "POST /campaigns/<campaign_id>/outreach/sent", class: "actions outreach-sent" },
      labelled(
        "web.outreach_channel",
        h(Select, {
          value: channel,
          options: CHANNELS.map((one) => /** @type {const} */ ([one, t(`web.channel.${one}`)])),
          onChoose: (code) => by(/** @type {Channel} */ (code)),
        }),
      ),
      button(t("web.outreach_sent"), "button-small", () => sent(kept, { creator, message, channel }, reload)),
    ),
  );
}

/**
 * The newest answer, with what it answers: nothing older than what is in the fields may be copied.
 * @param {`/campaigns/${string}/outreach`} to
 * @param {string} wanted
 */
function useWritten(to, wanted) {
  const [written, show] = useState(/** @type {(Written & { asked: string }) | null} */ (null));
  useEffect(() => {
    let isOver = false;
    call("POST", to, { ...JSON.parse(wanted), me: myName() }).then(
      (answer) => isOver || show({ ...answer, asked: wanted }),
      () => null, // the next key asks again
    );
    return () => void (isOver = true);
  }, [wanted]);
  return written;
}

/** Note that it was sent; that stays. @param {Kept} kept @param {{ creator: string, message: string, channel: Channel }} line @param {() => Promise<void>} reload */
function sent(kept, line, reload) {
  const to = pathToday(kept.campaign.id, "/outreach/sent");
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
  const input = h("input", { class: "field", maxlength: 500, value, onInput });
  return h("label", { class: "labelled", key: name }, h("span", {}, fieldLabel(name)), input);
}

/** @param {Written} written @param {boolean} isNow it says what is in the fields at this moment */
function result({ text, missing, elsewhere }, isNow) {
  return h(
    "div",
    { class: "outreach" },
    elsewhere.length > 0 &&
      h("p", { class: "message message-closer" }, t("web.slot_elsewhere", { who: elsewhere.join(", ") })),
    text === null
      ? h("p", { class: "hint" }, t("web.outreach_missing", { fields: missing.map(lowered).join(", ") }))
      : h("p", { class: "draft-text" }, h("bdi", {}, text)),
    h(
      "div",
      { class: "actions" },
      button(t("web.copy"), "button-small button-primary", () => copy(text ?? "", t("web.outreach")), {
        disabled: text === null || !isNow,
      }),
    ),
  );
}

/** @param {string} name */
function lowered(name) {
  return fieldLabel(name).toLocaleLowerCase(currentLanguage());
}
