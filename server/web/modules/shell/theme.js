// Light, dark, or as the system has it.

const KEY = "soi.theme";

export function currentTheme() {
  return localStorage.getItem(KEY) ?? "auto";
}

/** @param {string} theme */
export function useTheme(theme) {
  document.documentElement.dataset["theme"] = theme;
  localStorage.setItem(KEY, theme);
}
