/** Sends what was seen: at once first and after an answer of the page, else gathered. */
{
  const GATHER_MS = 350;

  soi.checks = {
    of(signal, seen, to) {
      let asked = "";
      let wanted = "";
      let asking = false;
      let hadHeader = false;
      /** @type {PageAnswer | undefined} */
      let heard;
      let soon = GATHER_MS;
      /** @type {SoiTimer} */
      let timer;
      signal.addEventListener("abort", () => clearTimeout(timer));

      /** The next reading is asked about, whatever it says. */
      const forget = () => void (wanted = asked = "");

      const ask = async () => {
        asked = wanted;
        asking = true;
        soon = GATHER_MS;
        try {
          const head = soi.page.header(seen.creator);
          if (hadHeader && !head) {
            forget(); // the page is changing; what comes next is read again
            return;
          }
          const take = to.asked();
          const capture = soi.collect.capture(seen, head);
          const result = await soi.link.ask("profile.check", { creator: seen.creator, capture });
          // The last guard: a number of one creator never stands under another's name.
          if (!signal.aborted && result.model.username === seen.creator) take(result);
        } catch (error) {
          const code = soi.link.codeOf(error);
          if (code === "stale_context") forget(); // it crossed a change of the address
          if (!signal.aborted) to.failed(code);
        } finally {
          asking = false;
          if (!signal.aborted && wanted !== asked) plan(soon);
        }
      };

      const plan = (/** @type {number} */ delay) => {
        if (asking) return;
        clearTimeout(timer);
        if (delay) timer = setTimeout(ask, delay);
        else void ask();
      };

      return {
        update(head) {
          const now = soi.collect.fingerprint(seen, head);
          if (now === wanted) return;
          const answer = soi.answers.all().at(-1);
          if (!wanted || answer !== heard) soon = 0;
          heard = answer;
          wanted = now;
          hadHeader = head !== null;
          plan(soon);
        },
        again() {
          if (!wanted) return;
          asked = "";
          plan(0);
        },
      };
    },
  };
}
