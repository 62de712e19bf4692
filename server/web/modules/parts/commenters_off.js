// Where shared commenters would stand while the comparison is switched off.

import { h } from "./preact.js";
import { address } from "../words/address.js";
import { t } from "../words/texts.js";

/** What it is, what is kept, and where a person switches it on. */
export function commentersOff() {
  return [
    h("p", {}, t("web.overlaps_what")),
    h("p", { class: "quiet" }, t("web.overlaps_kept")),
    h("p", {}, t("web.overlaps_off"), " ", h("a", { href: address("settings") }, t("web.overlaps_switch"))),
  ];
}
