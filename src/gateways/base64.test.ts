import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64, decodeBase64Leniently, encodeBase64 } from "./base64";

test("any bytes come back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = encodeBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64"));
      expect(decodeBase64(text)).toEqual(bytes);
      expect(decodeBase64(text.replace(/=+$/, ""))).toEqual(bytes);
      expect(decodeBase64Leniently(text)).toEqual(bytes);
    }),
  );
});

test.each(["a", "aGk=\n", "a b", "aGk-", "a===", "aG=k", "é"])("%j is not base64", (text) => {
  expect(decodeBase64(text)).toBeUndefined();
});

test("a lenient reader skips what is none, and reads - as +", () => {
  const bytes = decodeBase64Leniently("!!!not-base64!!!");
  expect(encodeBase64(bytes)).toBe("not+base6w==");
});
