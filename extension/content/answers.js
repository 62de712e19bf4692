/** The page's own answers. It can forge them: checked for shape and size, shown, never acted upon. */
{
  const { document } = soi;
  const MAX_TEXT = 600_000;
  /** Of each kind. */
  const MAX_KEPT = 20;
  const LIST = /\/friendships\//;

  /** An answer may come before its creator's address does. @type {PageAnswer[]} */
  let kept = [];

  /** @param {unknown} detail @returns {PageAnswer | null} */
  const checked = (detail) => {
    if (typeof detail !== "string" || detail.length > MAX_TEXT) return null;
    try {
      const { path, name, body } = JSON.parse(detail);
      const shaped =
        typeof path === "string" &&
        typeof name === "string" &&
        typeof body === "object" &&
        body &&
        !Array.isArray(body);
      if (!shaped || path.length > 300 || name.length > 120) return null;
      return { path, name, received_at: new Date().toISOString(), body };
    } catch {
      return null;
    }
  };

  /** No kind of answer pushes another out, nor does a flood that the page makes up. */
  const KINDS = [
    LIST,
    /ProfilePageContent|web_profile_info/,
    /ProfilePosts|feed\/user/,
    /Reels|Clips|clips/,
    /Post|media\//,
  ];
  const kindOf = (/** @type {PageAnswer} */ { path, name }) => KINDS.findIndex((kind) => kind.test(path + name));

  /** @param {PageAnswer} answer */
  const keep = (answer) => {
    const kind = kindOf(answer);
    const alike = kept.filter((one) => kindOf(one) === kind);
    const drop = alike.length >= MAX_KEPT ? alike[0] : null;
    if (kind >= 0) kept = [...kept.filter((one) => one !== drop), answer];
  };

  /** Made before the page's scripts run: none of them can say that it is Soi. */
  const secret = String(globalThis.crypto?.getRandomValues(new Uint32Array(4)) ?? Math.random());

  soi.answers = {
    all: () => kept,

    areAbout: (creator) => kept.some(({ body }) => JSON.stringify(body).toLowerCase().includes(`"${creator}"`)),

    listen(signal, onAnswer) {
      /** @type {Event | null} */
      let last = null;
      const take = (/** @type {Event} */ event) => {
        const answer = event === last ? null : checked(/** @type {CustomEvent} */ (event).detail);
        last = event;
        if (!answer) return;
        keep(answer);
        onAnswer();
      };
      // First on the event's way, so that the page cannot stop it; the document's is for where it begins there.
      addEventListener("soi:answer", take, { signal, capture: true });
      document.addEventListener("soi:answer", take, { signal });
      document.dispatchEvent(new CustomEvent("soi:ready", { detail: secret }));
    },

    switchOff() {
      kept = [];
      document.dispatchEvent(new CustomEvent("soi:off", { detail: secret }));
    },
  };
}
