import type { Header } from "../../submission/submission";

const nextName = /, (?=[A-Za-z][\w-]{0,100}=)/;

/** The pairs of a map as an execution log prints it: `{X-Probe=1, Accept=a, b}`; a cut map gives what is there. */
export function printedMap(text: string): Header[] {
  const inner = text.trim().replace(/^\{/, "").replace(/\}$/, "");
  return inner.split(nextName).flatMap((pair): Header[] => {
    const equals = pair.indexOf("=");
    return equals > 0 ? [[pair.slice(0, equals), pair.slice(equals + 1)]] : [];
  });
}

/** A query as it stands in a URL, from names and values that are not encoded. */
export function queryText(pairs: readonly Header[]): string {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
}

/** What a URL or path says: the host where it has one, the path, the query without its question mark. */
export function partsOfUrl(url: string): { host?: string; path: string; query: string } {
  const match =
    /^(?:[a-z]{2,5}:\/\/([^/?#\s:]{1,255})(?::\d{1,5})?)?([^?#\s]*)(?:\?([^#\s]*))?/i.exec(url);
  const [, host, path, query] = match ?? [];
  return { ...(host ? { host: host.toLowerCase() } : {}), path: path || "/", query: query ?? "" };
}
