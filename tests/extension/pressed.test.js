/** What the badge shows of a change that was pressed and not made. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { result, running, until } from "./support/running.js";

test("a change that waits is taken back without taking the creator off the list on show", async () => {
  const { answered, soi, asked, checks, now } = await running();
  await answered();
  soi.act({ act: "retry" });
  await until(() => checks().length === 2);
  checks()[1]?.settle(result("hoa.nho", { version: 1 }));
  await until(() => now().listed);
  soi.act({ act: "annotate", status: "contacted" });
  await until(() => asked.some(({ type }) => type === "shortlist.annotate"));
  asked.find(({ type }) => type === "shortlist.annotate")?.settle({ waits: "save_failed_kept" });
  await until(() => now().save.state === "waiting");
  soi.act({ act: "cancel" });
  asked.find(({ type }) => type === "shortlist.cancel")?.settle(null);
  await until(() => now().save.state === "idle");
  assert.deepEqual(now().listed, { version: 1 });
});

for (const [code, expected] of [
  ["refused", "save_failed_refused"],
  ["gone", undefined],
]) {
  test(`what the check behind a change that came to "${code}" leaves said of it is ${expected}`, async () => {
    const { answered, soi, asked, checks, now } = await running();
    await answered();
    soi.act({ act: "annotate", status: "contacted" });
    await until(() => asked.some(({ type }) => type === "shortlist.annotate"));
    asked.find(({ type }) => type === "shortlist.annotate")?.refuse(String(code));
    await until(() => checks().length === 2);
    checks()[1]?.settle(result("hoa.nho", { version: 1 }));
    await until(() => now().listed);
    assert.equal(now().save.text, expected);
  });
}
