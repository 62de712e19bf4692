// The text behind a message: the one that ships, or one of the user's own, which is written and deleted here.

import { allTemplates, changeTemplates, shippedOf, templatesOf } from "../../data/outreach_templates.js";
import { button, labelled, trouble } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { toast } from "../../parts/toast.js";
import { troubleText } from "../../parts/trouble.js";
import { has, t } from "../../words/texts.js";

/** @typedef {import("../../data/outreach_templates.js").Template} Template */
/** @typedef {import("../../data/outreach_templates.js").NewTemplate} NewTemplate */
/** @typedef {"first" | "reminder" | "refusal"} Kind */
/** @typedef {{ message: Kind, language: "vi" | "en", chosen: string, choose: (id: string) => void }} Props */

const FIELDS = ["name", "post", "offer", "deliverables", "dates", "sender", "brand"]
  .map((name) => `{${name}}`)
  .join(", ");

/** What a field is called: a known one by its words, an own one as it was written. @param {string} name */
export function fieldLabel(name) {
  const key = `web.outreach_field.${name}`;
  return has(key) ? t(key) : name.replaceAll("_", " ");
}

/** The own text that is chosen, where it is one of this kind and language. @param {Props} props */
export function templateOf({ message, language, chosen }) {
  return templatesOf(message, language).find((one) => one.id === chosen);
}

/** @param {Props} props */
export function Templates(props) {
  const { message, language, choose } = props;
  const [edited, edit] = useState(/** @type {NewTemplate | null} */ (null));
  const template = templateOf(props);
  const own = templatesOf(message, language).map((one) => /** @type {const} */ ([one.id, one.name]));
  const anew = () =>
    edit({ name: "", message, language, text: (template ?? shippedOf(message, language))?.text ?? "" });
  const done = (/** @type {string} */ id) => {
    edit(null);
    choose(id);
  };
  if (edited) return h(Editor, { key: edited.id ?? "new", edited, done, cancel: () => edit(null) });
  return [
    labelled(
      "web.template",
      h(Select, {
        key: `${message} ${language} ${own.length}`,
        value: template?.id ?? "",
        options: [["", t("web.template_shipped")], ...own],
        onChoose: choose,
      }),
    ),
    h(
      "div",
      { needs: "PUT /outreach/templates", class: "actions" },
      template && button(t("web.template_edit"), "button-small", () => edit(template)),
      button(t("web.template_new"), "button-small", anew),
      template && button(t("web.template_delete"), "button-small", () => forget(template, choose)),
    ),
  ];
}

/** @param {{ edited: NewTemplate, done: (id: string) => void, cancel: () => void }} props */
function Editor({ edited, done, cancel }) {
  const [said, say] = useState("");
  const [isBusy, work] = useState(false);
  const save = async (/** @type {Event & { currentTarget: HTMLFormElement }} */ event) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wanted = { ...edited, name: String(data.get("name")).trim(), text: String(data.get("text")).trim() };
    say("");
    work(true);
    try {
      done(await keep(wanted));
    } catch (error) {
      say(troubleText(error));
      work(false);
    }
  };
  return h(
    "form",
    { class: "field-group template-editor", onSubmit: save },
    labelled(
      "web.template_name",
      h("input", { class: "field", name: "name", required: true, maxlength: 60, defaultValue: edited.name }),
    ),
    labelled(
      "web.template_text",
      h("textarea", {
        ...{ class: "field", name: "text", required: true, maxlength: 4_000, rows: 10, defaultValue: edited.text },
      }),
    ),
    h("p", { class: "hint" }, t("web.template_hint", { fields: FIELDS, own: "{voucher}" })),
    trouble(said),
    h(
      "div",
      { class: "actions" },
      h("button", { class: "button button-primary button-small", disabled: isBusy }, t("web.template_save")),
      button(t("web.cancel"), "button-small", cancel),
    ),
  );
}

/** Save one, with an offer to take it back; gives its id. @param {NewTemplate} wanted */
async function keep(wanted) {
  const before = allTemplates();
  await changeTemplates((all) =>
    wanted.id && all.some((one) => one.id === wanted.id)
      ? all.map((one) => (one.id === wanted.id ? { ...one, ...wanted } : one))
      : [...all, wanted],
  );
  toast(t("web.template_saved", { name: wanted.name }), { undo: () => back(before) });
  return allTemplates().find((one) => one.name === wanted.name)?.id ?? "";
}

/** @param {Template} template @param {(id: string) => void} choose */
async function forget(template, choose) {
  const before = allTemplates();
  try {
    await changeTemplates((all) => all.filter((one) => one.id !== template.id));
    toast(t("web.template_deleted", { name: template.name }), {
      undo: () => back(before).then(() => choose(template.id)),
    });
    choose("");
  } catch (error) {
    toast(troubleText(error), { trouble: true });
  }
}

/** @param {Template[]} before */
async function back(before) {
  try {
    await changeTemplates(() => before);
    toast(t("web.campaign_undone"));
  } catch (error) {
    toast(troubleText(error), { trouble: true });
  }
}
