// People's own words that the filters offer: they come with the rows, and a word that was seen once stays.

/** @typedef {import("./rows.js").Row} Row */

export class Offered {
  /** @type {Record<"tag" | "owner" | "stage" | "platform" | "niche", Set<string>>} */
  words = { tag: new Set(), owner: new Set(), stage: new Set(), platform: new Set(), niche: new Set() };

  /** @param {Row[]} rows */
  add(rows) {
    const { tag, owner, stage, platform, niche } = this.words;
    for (const row of rows) {
      for (const each of row.entry.tags) tag.add(each);
      owner.add(row.owner);
      stage.add(row.stage);
      platform.add(row.platform);
      for (const each of row.entry.topics ?? []) niche.add(each);
    }
  }

  /**
   * In the order of the alphabet, with the one that is chosen.
   * @param {keyof Offered["words"]} kind
   * @param {string} [chosen]
   */
  of(kind, chosen = "") {
    const all = new Set([...this.words[kind], chosen]);
    all.delete("");
    return [...all].sort((a, b) => a.localeCompare(b, "vi"));
  }
}
