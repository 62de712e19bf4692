/** What the foot of the pages promises is true where they are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isTeamHost, placeKey } from "../../server/web/modules/words/place.js";

test("nothing is said to stay on this machine where a team's server or another one's database has it", () => {
  const here = { database_host: null };
  const found = [
    placeKey("soi-ab23cd45.localhost", here),
    placeKey("127.0.0.1", here),
    placeKey("127.0.0.1", { database_host: "db.example.com" }),
    placeKey("soi.example.com", here),
    placeKey("127.0.0.1", null),
  ];
  assert.deepEqual(["web.footer_local", "web.footer_local", "web.footer_database", "web.footer_team", ""], found);
});

test("a code of the terminal is asked for only under names of the machine", () => {
  const hosts = ["soi-ab23cd45.localhost", "localhost", "127.0.0.1", "soi.example.com", "localhost.example.com"];
  assert.deepEqual([false, false, false, true, true], hosts.map(isTeamHost));
});
