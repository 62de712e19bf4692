/** Saving a creator with one press, and what has become of it. */
{
  const { h, icon, button } = soi.dom;

  soi.listing = {
    saveButton(view) {
      const disabled = view.save.state === "saving";
      const label = [icon("save"), soi.t(disabled ? "saving" : "save")];
      return button("save", label, "save", { class: "primary", disabled });
    },

    failureKey(code) {
      if (code === "disk_full" || code === "storage_readonly") return "save_failed_disk";
      return code === "conflict" ? "save_failed_conflict" : "save_failed_lost";
    },

    draw(view) {
      const { save } = view;
      /** @param {string} css @param {string} picture @param {string} text @param {SoiChild} act */
      const line = (css, picture, text, act) => h("div", css, icon(picture), h("span", "grow", soi.t(text)), act);
      if (save.state === "failed") return line("strip", "warn", soi.listing.failureKey(save.code), null);
      if (save.state === "waiting")
        return line("strip", "warn", "save_failed_kept", button("cancel", [soi.t("cancel")], "cancel", "act"));
      const undo = [icon("undo"), soi.t("undo")];
      return save.state === "saved" ? line("bar", "saved", "saved", button("undo", undo, "undo")) : null;
    },
  };
}
