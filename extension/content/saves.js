/** The person's acts on the list; shown is what the server has confirmed. */
{
  const UNDO_MS = 8_000;
  /** Twice saves once. */
  const RETRY_MS = [400, 1_600];

  /** @type {SoiInsist} */
  const insist = async (ask, isWanted) => {
    for (const wait of RETRY_MS) {
      try {
        return await ask();
      } catch (error) {
        if (!/timeout|internal/.test(soi.link.codeOf(error))) throw error;
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
        if (signal.aborted) return save;
        view.save = save;
        to.draw();
        return save;
      };

      /** A check shows what the server holds. @param {unknown} error */
      const fail = (error) => {
        become({ state: "failed", text: soi.parts.failures[soi.link.codeOf(error)] ?? "save_failed_lost" });
        if (!signal.aborted) to.again();
      };

      /** @type {SoiChange} */
      const change = (asked, done) =>
        asked.then((answer) => {
          if (answer && "waits" in answer) {
            become({ state: "waiting", text: answer.waits, isChange: true });
            to.again();
          } else if (done) done();
          else {
            view.listed = answer;
            become({ state: "idle" });
          }
        }, fail);

      return {
        async save() {
          if (view.save.state === "saving" || view.listed || !view.model || view.model.looks) return;
          const saving = become({ state: "saving" });
          const isWanted = () => view.save === saving;
          try {
            const answer = await insist(() => soi.link.ask("shortlist.save", { creator }), isWanted);
            if (!isWanted()) return;
            if ("waits" in answer) {
              become({ state: "waiting", text: answer.waits });
              to.again();
              return;
            }
            view.listed = answer;
            const saved = become({ state: "saved", text: "saved" });
            setTimeout(() => view.save === saved && become({ state: "idle" }), UNDO_MS);
          } catch (error) {
            if (isWanted()) fail(error);
          }
        },
        cancel: () =>
          change(soi.link.ask("shortlist.cancel", { creator }), () => become({ state: "idle" })).then(to.again),
        undo: () => change(soi.link.ask("shortlist.undo", { creator })),
        // In turn: each builds on the version before.
        annotate(changes) {
          last = last.then(() => {
            const version = view.listed?.version ?? 0;
            return change(soi.link.ask("shortlist.annotate", { creator, version, ...changes }));
          });
        },
        rule: (request) => change(soi.link.ask("ruling.set", { creator, ...request }), to.again),
      };
    },
  };
}
