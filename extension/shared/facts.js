/**
 * What the server knows as well. Made by scripts/make_shared_facts.py from the server's tables; not edited here.
 * First in the manifest: it makes the namespace.
 */
globalThis.soi ??= /** @type {SoiContent} */ ({});
globalThis.soi.facts = {
  notUsernames:
    "about accounts api challenge developer direct directory emails explore graphql legal locations p press privacy reel reels stories terms threads tv web www your_activity".split(
      " ",
    ),
  defaultPictures: ["44884218_345707102882519", "464760996_1254146839119862", "YW5vbnltb3VzX3Byb2ZpbGVfcGlj"],
  statuses: ["found", "contacted", "answered", "agreed", "posted", "paid", "rejected"],
  mostRows: 5_000,
};
