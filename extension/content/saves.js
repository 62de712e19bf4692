/** The person's acts on the shortlist; shown is what the server has confirmed. */
{
  const UNDO_MS = 8_000;
  /** After a killed worker: saving twice is saving once. */
  const RETRY_MS = [400, 1_600];

  /** @type {SoiInsist} */
  const insist = async (ask, isWanted) => {
    for (const wait of RETRY_MS) {
      try {
        return await ask();
      } catch (error) {
        if (!["timeout", "internal"].includes(soi.link.codeOf(error))) throw error;
        await new Promise((resolve) => void setTimeout(resolve, wait));
        if (!isWanted()) throw error;
      }
    }
    return ask();
  };

  soi.saves = {
    of(signal, view, to) {
      const { creator } = view;
      let last = Promise.resolve();

      /** @param {SoiSave} save */
      const become = (save) => {
        if (signal.aborted) return;
        view.save = save;
        to.draw();
      };

      /** A check shows what the server holds. @param {unknown} error */
      const fail = (error) => {
        become({ state: "failed", text: soi.parts.failures[soi.link.codeOf(error)] ?? "save_failed_lost" });
        if (!signal.aborted) to.again();
      };

      /** @param {Promise<SoiListed | null>} asked */
      const change = (asked) =>
        asked.then((listed) => {
          view.listed = listed;
          become({ state: "idle" });
        }, fail);

      return {
        async save() {
          if (view.save.state === "saving" || view.listed || !view.model || view.model.looks) return;
          /** @type {SoiSave} */
          const saving = { state: "saving" };
          const isWanted = () => view.save === saving; // else it was cancelled meanwhile
          become(saving);
          /** @type {SoiSave} */
          const saved = { state: "saved", text: "saved" };
          await insist(() => soi.link.ask("shortlist.save", { creator }), isWanted).then(
            (answer) => {
              if (!isWanted()) return;
              if ("waits" in answer) {
                become({ state: "waiting", text: answer.waits });
                to.again();
              } else {
                view.listed = answer;
                become(saved);
              }
            },
            (error) => isWanted() && fail(error),
          );
          setTimeout(() => view.save === saved && become({ state: "idle" }), UNDO_MS);
        },
        cancel: () => change(soi.link.ask("shortlist.cancel", { creator })).then(to.again),
        undo: () => change(soi.link.ask("shortlist.undo", { creator })),
        // One after the other: the second builds on the version of the first.
        annotate(changes) {
          last = last.then(() => {
            const request = { creator, version: view.listed?.version ?? 0, ...changes };
            return change(soi.link.ask("shortlist.annotate", request));
          });
        },
        rule: (request) => soi.link.ask("ruling.set", { creator, ...request }).then(to.again, fail),
      };
    },
  };
}
