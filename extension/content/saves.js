/** The person's own acts on the shortlist. What is shown is what the server has confirmed. */
{
  const UNDO_MS = 8_000;
  /** A killed worker or a slow start: asking again is safe, saving twice is saving once. */
  const RETRY_MS = [400, 1_600];

  /** @template T @param {() => Promise<T>} ask @returns {Promise<T>} */
  const insist = async (ask) => {
    for (const wait of RETRY_MS) {
      try {
        return await ask();
      } catch (error) {
        if (!["timeout", "internal"].includes(soi.link.codeOf(error))) throw error;
        await new Promise((resolve) => void setTimeout(resolve, wait));
      }
    }
    return ask();
  };

  soi.saves = {
    of(signal, view, to) {
      const { creator } = view;

      /** @param {SoiSave} save */
      const become = (save) => {
        if (signal.aborted) return;
        view.save = save;
        to.draw();
      };

      /** After a failure a check shows what the server really holds. @template T @param {Promise<T>} asked @param {(result: T) => void} done */
      const attempt = async (asked, done) => {
        try {
          const result = await asked;
          if (!signal.aborted) done(result);
        } catch (error) {
          become({ state: "failed", code: soi.link.codeOf(error) });
          if (!signal.aborted) to.again();
        }
      };

      /** @param {SoiListed | null} listed @param {SoiSave} save */
      const show = (listed, save) => {
        Object.assign(view, { entry: listed?.entry ?? null, listed: listed?.text ?? "" });
        become(save);
      };

      return {
        save() {
          if (view.save.state === "saving" || view.entry || !view.model) return;
          become({ state: "saving" });
          void attempt(
            insist(() => soi.link.ask("shortlist.save", { creator })),
            (listed) => {
              /** @type {SoiSave} */
              const saved = { state: "saved" };
              show(listed, saved);
              setTimeout(() => view.save === saved && become({ state: "idle" }), UNDO_MS);
            },
          );
        },
        undo: () =>
          void attempt(soi.link.ask("shortlist.undo", { creator }), (listed) => show(listed, { state: "idle" })),
        annotate(changes) {
          const request = { creator, version: view.entry?.version ?? 0, ...changes };
          void attempt(soi.link.ask("shortlist.annotate", request), (listed) => show(listed, { state: "idle" }));
        },
        rule: (id, ruling) => void attempt(soi.link.ask("ruling.set", { creator, signal: id, ruling }), to.again),
      };
    },
  };
}
