import { expect, test } from "vitest";
import { zoneOffset } from "./time-zones";

const summer = Date.UTC(2026, 6, 1);
const winter = Date.UTC(2026, 0, 1);

test.each([
  ["UTC", winter, 0],
  ["Asia/Seoul", winter, 9 * 3600],
  ["Asia/Kolkata", winter, 5.5 * 3600],
  ["America/New_York", winter, -5 * 3600],
  ["America/New_York", summer, -4 * 3600],
  ["Nowhere/Land", winter, undefined],
])("%s at %d is %s seconds ahead of UTC", (zone, moment, offset) => {
  expect(zoneOffset(zone, moment)).toBe(offset);
});
