/** When a badge asks what became of the list, where nobody else keeps it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { running, SOON } from "./support/running.js";

test("alone, the list is asked about where the person may be at another window, or comes from one", async () => {
  const { answered, asked, document, tick, windowEvents } = await running();
  const follows = () => asked.filter(({ type }) => type === "shortlist.follow");
  /** @type {number[]} */
  const counts = [];
  const look = async (/** @type {() => void} */ how) => {
    how();
    await setTimeout(SOON);
    follows().at(-1)?.settle({ alone: true });
    await setTimeout(0);
    counts.push(follows().length);
  };
  let isFocused = true;
  Object.defineProperty(document, "hasFocus", { value: () => isFocused });
  await answered();
  await look(tick); // nothing is known yet
  await look(tick);
  isFocused = false;
  await look(tick);
  isFocused = true;
  await look(() => windowEvents.dispatchEvent(new Event("focus")));
  await look(tick);
  Object.defineProperty(document, "hidden", { value: true });
  isFocused = false;
  await look(tick);
  assert.deepEqual(counts, [1, 1, 2, 3, 3, 3]);
});
