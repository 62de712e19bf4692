/** Saving a creator with one press, undoing it, and then status and note in place. */
{
  const STATUSES = ["found", "contacted", "answered", "agreed", "posted", "paid", "rejected"];
  const { h, icon, button } = soi.dom;

  /** @param {ShortlistEntry} entry */
  const statusField = (entry) => {
    const options = STATUSES.map((value) =>
      h("option", { value, selected: value === entry.status }, soi.t(`status_${value}`)),
    );
    const select = /** @type {HTMLSelectElement} */ (h("select", { "data-key": "status" }, ...options));
    select.addEventListener("change", (event) => event.isTrusted && soi.act.annotate({ status: select.value }));
    return h("label", "", soi.t("status"), select);
  };

  /** Kept when the field is left. @param {string} name @param {string | null | undefined} value @param {(text: string) => void} onChange */
  const textField = (name, value, onChange) => {
    const field = /** @type {HTMLTextAreaElement} */ (
      h("textarea", { rows: "2", maxlength: "2000", "data-key": name })
    );
    field.value = value ?? "";
    field.addEventListener("change", (event) => event.isTrusted && onChange(field.value.trim()));
    // Instagram has shortcuts on letters; what is typed here is not meant for it.
    for (const key of ["keydown", "keypress", "keyup"]) field.addEventListener(key, (event) => event.stopPropagation());
    return h("label", "", soi.t(name), field);
  };

  /** @param {ShortlistEntry} entry */
  const fields = (entry) => {
    const reason = (/** @type {string} */ text) => soi.act.annotate({ status: "rejected", reject_reason: text });
    return h(
      "section",
      "",
      statusField(entry),
      entry.status === "rejected" ? textField("reject_reason", entry.reject_reason, reason) : null,
      textField("note", entry.note, (note) => soi.act.annotate({ note })),
    );
  };

  soi.listing = {
    fields,

    saveButton(view) {
      const disabled = view.save.state === "saving";
      const label = [icon("save"), soi.t(disabled ? "saving" : "save")];
      return button("save", label, soi.act.save, { class: "primary", disabled });
    },

    failureKey(code) {
      if (code === "disk_full" || code === "storage_readonly") return "save_failed_disk";
      return code === "conflict" ? "save_failed_conflict" : "save_failed_kept";
    },

    draw(view) {
      const { save } = view;
      const undo = [icon("undo"), soi.t("undo")];
      return [
        save.state === "failed"
          ? h("div", "strip", icon("warn"), h("span", "grow", soi.t(soi.listing.failureKey(save.code))))
          : null,
        save.state === "saved"
          ? h("div", "bar", icon("saved"), h("span", "grow", soi.t("saved")), button("undo", undo, soi.act.undo))
          : null,
      ];
    },
  };
}
