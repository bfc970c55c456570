export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Also read by theme.js, which sets the theme before the first paint. */
const key = "why502.theme";

/** The theme that was chosen, or the system's. */
export function chosenTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return themes.find((theme) => theme === chosen) ?? "system";
}

/** Gives the page a theme and remembers it where the browser lets it. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is closed to this page: the theme holds until it is left.
  }
}
