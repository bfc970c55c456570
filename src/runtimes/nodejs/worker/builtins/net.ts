const version4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

function isIPv4(text: unknown): boolean {
  return version4.test(String(text));
}

function isIPv6(text: unknown): boolean {
  const address = String(text).replace(/%[\w.-]+$/, "");
  return /^[\da-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]/`);
}

/** What of Node.js's `net` needs no network. */
export const net = {
  isIPv4,
  isIPv6,
  isIP: (text: unknown): 0 | 4 | 6 => {
    if (isIPv4(text)) return 4;
    return isIPv6(text) ? 6 : 0;
  },
};
