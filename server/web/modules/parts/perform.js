// One change to a campaign: sent, drawn again, said, and offered to be taken back.

import { t } from "../words/texts.js";
import { toast } from "./toast.js";
import { troubleText } from "./trouble.js";

/**
 * Do it and draw again; what went wrong is said. Gives whether it was done.
 * @param {() => Promise<unknown>} work
 * @param {() => Promise<void>} reload
 * @param {{ said?: string, undo?: () => Promise<unknown>, about?: string }} [more] ``about``: an older offer to undo something of it goes
 */
export async function perform(work, reload, { said, undo, about } = {}) {
  try {
    await work();
  } catch (error) {
    toast(troubleText(error), { trouble: true });
    return false;
  }
  await reload();
  if (said) {
    const back = undo && { undo: () => perform(undo, reload, { said: t("web.campaign_undone") }) };
    toast(said, { ...back, ...(about ? { about: [about] } : {}) });
  }
  return true;
}
