/** Public suffixes of AWS's own host names, as the Public Suffix List has them. */
const awsSuffixes: readonly RegExp[] = [
  /^execute-api\.[a-z0-9-]+\.amazonaws\.com$/,
  /^lambda-url\.[a-z0-9-]+\.on\.aws$/,
  /^elb\.amazonaws\.com$/,
  /^[a-z0-9-]+\.elb\.amazonaws\.com$/,
  /^cloudfront\.net$/,
  /^s3-website[.-][a-z0-9-]+\.amazonaws\.com$/,
  /^[a-z0-9-]+\.amplifyapp\.com$/,
];

/** Second-level names under which countries register domains: `co.uk`, `com.au`. */
const countrySuffix = /^(ac|co|com|edu|gov|go|ne|net|or|org)\.[a-z]{2}$/;

/**
 * Whether nobody can own a domain: top-level domains, countries' usual second levels and AWS's
 * own suffixes. The whole Public Suffix List is not carried here.
 */
export function isPublicSuffix(domain: string): boolean {
  return (
    !domain.includes(".") ||
    countrySuffix.test(domain) ||
    awsSuffixes.some((suffix) => suffix.test(domain))
  );
}

/** The site of an origin: its scheme with the part of its host that somebody owns. */
export function siteOf(origin: string): string {
  const [, scheme = "", host = ""] = /^([a-z]+):\/\/([^:/]+)/i.exec(origin.toLowerCase()) ?? [];
  if (/^[\d.]+$/.test(host)) return `${scheme}://${host}`;
  const labels = host.split(".");
  const suffix = labels.findIndex((_, index) => isPublicSuffix(labels.slice(index).join(".")));
  return `${scheme}://${labels.slice(Math.max(0, suffix - 1)).join(".")}`;
}
