/** Asks the background; cut off from it after an update: "stale_context". */
{
  const ANSWER_MS = 20_000;

  class Refused extends Error {
    /** @param {ErrorCode} code */
    constructor(code) {
      super(code);
      this.code = code;
    }
  }

  const isGone = () => {
    try {
      return !chrome.runtime?.id;
    } catch {
      return true;
    }
  };

  soi.link = {
    isGone,

    // A worker killed midway never answers: hence the limit.
    async ask(type, request) {
      if (isGone()) throw new Refused("stale_context");
      const late = new Promise((_, reject) => void setTimeout(reject, ANSWER_MS, new Refused("timeout")));
      const reply = await Promise.race([chrome.runtime.sendMessage({ type, ...request }), late]);
      if (!reply?.ok) throw new Refused(reply?.error.code ?? "internal");
      return reply.result;
    },

    codeOf(error) {
      if (error instanceof Refused) return error.code;
      return isGone() ? "stale_context" : "internal";
    },
  };
}
