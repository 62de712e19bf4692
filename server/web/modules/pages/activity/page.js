// What was done to the list and by whom, with the way back; and the bin, which keeps for thirty days what was taken off it.

import { call } from "../../data/api.js";
import { button } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { address } from "../../words/address.js";
import { shownName } from "../../words/creator_names.js";
import { day, minute } from "../../words/dates.js";
import { has, t } from "../../words/texts.js";

/** @typedef {import("api").ActivityRow} ActivityRow */
/** @typedef {import("api").RemovedEntry} RemovedEntry */
/** @typedef {{ activity: import("api").Answers["GET /api/v1/activity"], bin: import("api").BinAnswer }} Data */

const NAMED = 5;

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  async load() {
    const [activity, bin] = await Promise.all([call("GET", "/activity?limit=200"), call("GET", "/bin?limit=500")]);
    return { activity, bin };
  },
  View: ActivityPage,
};

/** @param {import("../../parts/preact.js").PageProps<Data>} props */
function ActivityPage({ data: { activity, bin }, reload }) {
  return [
    h(
      "div",
      { class: "page-head" },
      h("a", { href: address("list") }, `‹ ${t("web.nav_list")}`),
      h("h1", {}, t("web.nav_activity")),
    ),
    binCard(bin, reload),
    h(
      "section",
      { class: "card" },
      h("h2", {}, t("web.activity_title")),
      activity.activity.length ? null : h("p", { class: "quiet" }, t("web.activity_none")),
      h(
        "ul",
        { class: "activity" },
        activity.activity.map((/** @type {ActivityRow} */ row) => line(row, reload)),
      ),
    ),
  ];
}

/**
 * @param {import("api").BinAnswer} bin
 * @param {() => Promise<void>} reload
 */
function binCard({ removed, total }, reload) {
  const restore = (/** @type {string[]} */ usernames) =>
    done(call("POST", "/bin/restores", { usernames }), t("web.bin_restored", { n: usernames.length }), reload);
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.bin_title")),
    h("p", { class: "hint" }, total ? t("web.bin_text", { n: total }) : t("web.bin_none")),
    h(
      "ul",
      { class: "activity" },
      removed.map((each) => removedLine(each, restore)),
    ),
  );
}

/**
 * @param {RemovedEntry} removed
 * @param {(usernames: string[]) => void} restore
 */
function removedLine({ entry, removed_at: at, gone_at: until }, restore) {
  const name = shownName(entry.username);
  const said = [entry.full_name, t(`status.${entry.status}`), ...entry.tags].filter(Boolean).join(" · ");
  return h(
    "li",
    { key: entry.username },
    h("span", {}, h("a", { href: address("creators", entry.username) }, h("bdi", {}, name)), " ", h("bdi", {}, said)),
    h("span", { class: "hint" }, t("web.bin_until", { at: minute(at), until: day(until) })),
    button(t("web.bin_restore"), "button-small", () => restore([entry.username]), {
      needs: "POST /bin/restores",
      "aria-label": t("web.bin_restore_of", { name }),
    }),
  );
}

/**
 * @param {ActivityRow} row
 * @param {() => Promise<void>} reload
 */
function line(row, reload) {
  const { id, at, n, what, usernames, undo_until: until } = row;
  const who = usernames.slice(0, NAMED).map(shownName).join(", ") + (n > NAMED ? " …" : "");
  const undo = () => done(call("POST", `/activity/${id}/undo`), t("web.activity_undone"), reload);
  const canUndo = until !== null && Date.parse(until) > Date.now();
  return h(
    "li",
    { key: String(id) },
    h(
      "span",
      {},
      h("strong", {}, t(what === "undone" ? "web.activity_undone_row" : `web.activity_${what}`, { n })),
      " ",
      h("bdi", {}, who),
      h("span", { class: "hint" }, ` ${changesOf(row)}`),
    ),
    h("span", { class: "hint" }, `${minute(at)} · ${byWhom(row)}`),
    canUndo ? button(t("web.undo"), "button-small", undo, { needs: "POST /activity/<activity_id>/undo" }) : null,
  );
}

/** "status: Agreed; tags added: Tết". @param {ActivityRow} row */
function changesOf({ fields, values }) {
  const said = fields
    .filter((field) => field !== "tags" || !(values["tags_added"] ?? values["tags_removed"])) // those are told below
    .map((field) => {
      const title = has(`web.activity_field_${field}`) ? t(`web.activity_field_${field}`) : field;
      const to = (values[field] ?? []).map((value) => (field === "status" ? t(`status.${value}`) : value)).join(", ");
      return to ? `${title}: ${to}` : title;
    });
  const tags = ["tags_added", "tags_removed"].flatMap((name) =>
    values[name]?.length ? [`${t(`web.activity_field_${name}`)}: ${values[name].join(", ")}`] : [],
  );
  return [...said, ...tags].join("; ");
}

/** @param {ActivityRow} row */
function byWhom({ by }) {
  return by.name ?? t(`web.activity_by_${by.kind}`);
}

/**
 * @param {Promise<Partial<import("api").EntriesUndone & import("api").BinRestored>>} work
 * @param {string} text
 * @param {() => Promise<void>} reload
 */
async function done(work, text, reload) {
  try {
    const { kept = [], missing = [] } = await work;
    const left = [...kept, ...missing];
    if (left.length) toast(t("web.undo_gone", { names: left.slice(0, NAMED).join(", ") }), { trouble: true });
    else toast(text);
  } catch (error) {
    toast(troubleText(error), { trouble: true });
  }
  await reload();
}
