// A price that was typed into a cell and whose meaning nobody could be asked, because the tab was being closed: it is
// kept in this browser, and asked about when the list is there again.

import { draftOf, draftedNames, forgetDraft, keepDraft } from "../../data/drafts.js";

/** By the creator's page, so that it goes when the creator is erased. @param {string} name */
const keyOf = (name) => `#/creators/${encodeURIComponent(name)} cell`;

/** @param {string} name @param {string} value @param {string} before what is saved */
export function keepPrice(name, value, before) {
  keepDraft(keyOf(name), { asked: { value, before } });
}

/** Whose prices wait to be asked about. @returns {string[]} */
export function keptPrices() {
  return draftedNames().filter((name) => draftOf(keyOf(name)));
}

/**
 * What was typed, once: who takes it sees to it. Nothing where the same is saved by now.
 * @param {string} name
 * @param {string} now what is saved
 */
export function takePrice(name, now) {
  const draft = draftOf(keyOf(name));
  const field = draft?.fields["asked"];
  forgetDraft(keyOf(name));
  if (!draft || !field || field.value === now) return null;
  return { value: field.value, at: draft.at, isOther: field.before !== now };
}
