const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, made);
  return made;
}

/**
 * What a zone of the IANA database, such as `Asia/Seoul`, is ahead of UTC at an epoch moment, in
 * seconds; undefined where there is no such zone.
 */
export function zoneOffset(zone: string, epochMs: number): number | undefined {
  try {
    const parts = formatOf(zone).formatToParts(epochMs);
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes, seconds] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
    const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    return sign === "-" ? -size : size;
  } catch {
    return undefined;
  }
}
