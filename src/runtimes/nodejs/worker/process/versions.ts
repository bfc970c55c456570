const oldest = 18;
const newest = 24;

/**
 * The major version by whose rules a Node.js runtime is played: 22 for `nodejs22.x`, and the nearest that
 * is known for those that are older or newer.
 */
export function majorVersion(runtime: string): number {
  const digits = /^nodejs(\d+)\.x$/.exec(runtime)?.[1];
  return digits === undefined ? 22 : Math.min(newest, Math.max(oldest, Number(digits)));
}

/** The runtime client of the managed Node.js runtimes: 4 from Node.js 24 on. */
export function clientVersion(major: number): 3 | 4 {
  return major >= 24 ? 4 : 3;
}

/** A recent release of each line; AWS moves the patch level on. */
const releases: Readonly<Record<number, string>> = {
  18: "v18.20.8",
  20: "v20.19.5",
  22: "v22.20.0",
  24: "v24.11.0",
};

/** What `process.version` says. */
export function processVersion(major: number): string {
  return releases[major] ?? `v${major}.0.0`;
}
