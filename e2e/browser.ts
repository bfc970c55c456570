import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/**
 * The Chromium to test with: the one that WHY502_BROWSER names, else a Chrome or Chromium on the PATH.
 * Undefined means Playwright's own download. Throws when WHY502_BROWSER names no file.
 */
export function chromiumPath(): string | undefined {
  const named = process.env.WHY502_BROWSER;
  if (named) {
    if (!existsSync(named)) throw new Error(`WHY502_BROWSER names no file: ${named}`);
    return named;
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => existsSync(path));
}

function succeeds(command: string, ...parameters: string[]): boolean {
  try {
    execFileSync(command, parameters, { stdio: "inherit" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes sure that a browser is there: one that is found, else Debian's through apt-get, else
 * Playwright's own download. Throws a message that says what to install when none can be had.
 */
export function provideChromium(): void {
  if (chromiumPath()) return;
  const debian = () =>
    existsSync("/usr/bin/apt-get") &&
    process.getuid?.() === 0 &&
    succeeds("apt-get", "update", "-qq") &&
    succeeds("apt-get", "install", "-y", "-qq", "chromium") &&
    chromiumPath() !== undefined;
  if (debian() || succeeds("npx", "playwright", "install", "chromium")) return;
  throw new Error(
    "No browser to test with. Install Chrome or Chromium, or set WHY502_BROWSER to its path.",
  );
}
