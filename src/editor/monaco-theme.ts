import monaco from "./monaco";

const themeName = "why502";

/** The page's colours, by the custom property that holds each. */
const editorColors: Readonly<Record<string, string>> = {
  "editor.background": "--panel",
  "editor.foreground": "--ink",
  "editorLineNumber.foreground": "--faint",
  "editorLineNumber.activeForeground": "--soft",
  "editorCursor.foreground": "--ink",
  "editor.selectionBackground": "--selection",
  "editor.inactiveSelectionBackground": "--selection",
  "editor.lineHighlightBackground": "--panel",
  "editor.lineHighlightBorder": "--panel",
  "editor.placeholder.foreground": "--faint",
  "editorWidget.background": "--panel",
  "editorWidget.border": "--line",
  "editorHoverWidget.background": "--panel",
  "editorHoverWidget.border": "--line",
  "editorHoverWidget.foreground": "--ink",
  "editorError.foreground": "--bad",
  "editorWarning.foreground": "--warn",
  "editorInfo.foreground": "--accent",
  "editorHint.foreground": "--accent",
  "editorLightBulb.foreground": "--warn",
  "editorBracketMatch.background": "--accent-soft",
  "editorBracketMatch.border": "--line",
  "menu.background": "--panel",
  "menu.foreground": "--ink",
  "menu.selectionBackground": "--accent-soft",
  "menu.selectionForeground": "--ink",
  "textLink.foreground": "--accent",
  focusBorder: "--accent",
};

const tokenColors: Readonly<Record<string, string>> = {
  "": "--ink",
  keyword: "--code-keyword",
  string: "--code-string",
  key: "--code-key",
  number: "--code-number",
  comment: "--faint",
  type: "--code-key",
  regexp: "--code-string",
  delimiter: "--ink",
};

function hexOf(rgb: string): string {
  const channels = rgb.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0, alpha = 1] = channels;
  const bytes = alpha < 1 ? [red, green, blue, alpha * 255] : [red, green, blue];
  return bytes.map((byte) => Math.round(byte).toString(16).padStart(2, "0")).join("");
}

/** Reads custom properties as the colours they are right now, six or eight hexadecimal digits each. */
function currentColors(properties: readonly string[]): ReadonlyMap<string, string> {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colors = new Map<string, string>();
  for (const property of properties) {
    probe.style.color = `var(${property})`;
    colors.set(property, hexOf(getComputedStyle(probe).color));
  }
  probe.remove();
  return colors;
}

function defineTheme(dark: boolean): void {
  const properties = [...Object.values(editorColors), ...Object.values(tokenColors)];
  const colors = currentColors(properties);
  monaco.editor.defineTheme(themeName, {
    base: dark ? "vs-dark" : "vs",
    inherit: false,
    rules: Object.entries(tokenColors).map(([token, property]) => ({
      token,
      foreground: colors.get(property) ?? "",
    })),
    colors: Object.fromEntries(
      Object.entries(editorColors).map(([name, property]) => [name, `#${colors.get(property)}`]),
    ),
  });
  monaco.editor.setTheme(themeName);
}

/** Gives Monaco the page's colours, and keeps them in step with the page's theme until the returned function is called. */
export function followPageTheme(): () => void {
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    const chosen = document.documentElement.dataset.theme;
    defineTheme(chosen ? chosen === "dark" : systemDark.matches);
  };
  follow();
  systemDark.addEventListener("change", follow);
  const observer = new MutationObserver(follow);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    systemDark.removeEventListener("change", follow);
    observer.disconnect();
  };
}
