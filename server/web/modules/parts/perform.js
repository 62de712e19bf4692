// One change to a campaign: sent, drawn again, said, and offered to be taken back.

import { t } from "../words/texts.js";
import { keepFocus } from "./focus.js";
import { toast } from "./toast.js";
import { troubleText } from "./trouble.js";

/** Forms whose change is on its way: a second press sends nothing. @type {WeakSet<HTMLFormElement>} */
const onTheirWay = new WeakSet();

/**
 * @typedef {object} More
 * @property {string} [said]
 * @property {() => Promise<unknown>} [undo]
 * @property {string} [about] an older offer to undo something of it goes
 * @property {HTMLFormElement} [form] what it holds is saved once it is sent: it is emptied before it may be drawn away, else
 *   the draft of it would come back in the next one
 */

/**
 * Do it and draw again; what went wrong is said. Gives whether it was done.
 * @param {() => Promise<unknown>} work
 * @param {() => Promise<void>} reload
 * @param {More} [more]
 */
export async function perform(work, reload, more = {}) {
  const { form } = more;
  if (form && onTheirWay.has(form)) return false;
  if (form) onTheirWay.add(form);
  try {
    return await done(work, reload, more);
  } finally {
    if (form) onTheirWay.delete(form);
  }
}

/** @param {() => Promise<unknown>} work @param {() => Promise<void>} reload @param {More} more */
async function done(work, reload, { said, undo, about, form }) {
  const giveBack = keepFocus();
  try {
    await work();
  } catch (error) {
    toast(troubleText(error), { trouble: true });
    return false;
  }
  form?.reset();
  await reload();
  giveBack();
  if (said) {
    const back = undo && { undo: () => perform(undo, reload, { said: t("web.campaign_undone") }) };
    toast(said, { ...back, ...(about ? { about: [about] } : {}) });
  }
  return true;
}
