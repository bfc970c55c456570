import { expect, test } from "vitest";
import { hexDump, rasterType } from "./body";

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test("raster images are known by how they begin, whatever a header says", () => {
  expect(rasterType(latin1("\x89PNG\r\n\x1a\n...."))).toBe("image/png");
  expect(rasterType(latin1("\xff\xd8\xff\xe0"))).toBe("image/jpeg");
  expect(rasterType(latin1("RIFF....WEBPVP8 "))).toBe("image/webp");
});

test("nothing that could carry a script is an image", () => {
  expect(rasterType(latin1("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBeUndefined();
  expect(rasterType(latin1("RIFF....WAVE"))).toBeUndefined();
  expect(rasterType(latin1(""))).toBeUndefined();
});

test("a hex dump tells offset, bytes and printable letters", () => {
  expect(hexDump(latin1("Hello,\n\xffhi"))).toBe(
    "000000  48 65 6c 6c 6f 2c 0a ff  Hello,..\n000008  68 69                    hi",
  );
});
