/** The page's own answers. It can forge them: checked for shape and size, shown, never acted upon. */
{
  const MAX_TEXT = 600_000;
  const MAX_KEPT = 40;
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

  /** Long lists do not push out answers about the profile. @param {PageAnswer} answer */
  const keep = (answer) => {
    const alike = kept.filter(({ path }) => LIST.test(path) === LIST.test(answer.path));
    const drop = alike.length >= MAX_KEPT ? alike[0] : null;
    kept = [...kept.filter((one) => one !== drop), answer];
  };

  soi.answers = {
    all: () => kept,

    listen(signal, onAnswer) {
      const take = (/** @type {Event} */ event) => {
        const answer = checked(/** @type {CustomEvent} */ (event).detail);
        if (!answer) return;
        keep(answer);
        onAnswer();
      };
      document.addEventListener("soi:answer", take, { signal });
      document.dispatchEvent(new CustomEvent("soi:ready"));
    },

    switchOff() {
      kept = [];
      document.dispatchEvent(new CustomEvent("soi:off"));
    },
  };
}
