import { describe, expect, test } from "vitest";
import { arePascalCase, hasStatusForStatusCode, readKeys } from "./keys";

const meantIn = (members: object) =>
  Object.fromEntries(readKeys({ ...members }).wrong.map(({ key, meant }) => [key, meant]));

describe("a key is taken for the one that was meant", () => {
  test.each([
    [{ statuscode: 200, body: "" }, { statuscode: "statusCode" }],
    [{ status_code: 200, headers: {} }, { status_code: "statusCode" }],
    [{ statueCode: 200, body: "" }, { statueCode: "statusCode" }],
    [{ statsuCode: 200, body: "" }, { statsuCode: "statusCode" }],
    [{ "status-code": "200" }, { "status-code": "statusCode" }],
    [{ code: 404, body: "none" }, { code: "statusCode" }],
    [{ statusCode: 200, header: {} }, { header: "headers" }],
    [{ statusCode: 200, Body: "x" }, { Body: "body" }],
    [{ statusCode: 200, body: "", isBase64: true }, { isBase64: "isBase64Encoded" }],
    [
      { isBase64Encoded: false, 状态代码: 200, 标题: {}, body: "" },
      { 状态代码: "statusCode", 标题: "headers" },
    ],
    [
      { 상태코드: 200, 본문: "x" },
      { 상태코드: "statusCode", 본문: "body" },
    ],
  ])("%j", (members, meant) => {
    expect(meantIn(members)).toEqual(meant);
  });

  test.each([
    [{ readers: [1] }],
    [{ header: "Welcome", text: "hi" }],
    [{ statusCode: 200, body: "", header: "Welcome" }],
    [{ statusCode: 200, body: "", status: "ok" }],
    [{ 제목: "안녕", 내용: "x" }],
    [{ bodies: [] }],
    [{ code: 200, message: "ok" }],
    [{ statusCode: 200, body: "", code: 200 }],
  ])("but not in %j", (members) => {
    expect(meantIn(members)).toEqual({});
  });
});

test("StatusCode, Headers and Body are the names of a type", () => {
  expect(arePascalCase(readKeys({ StatusCode: 200, Body: "" }))).toBe(true);
  expect(arePascalCase(readKeys({ StatusCode: 200, body: "" }))).toBe(false);
  expect(arePascalCase(readKeys({ Body: "" }))).toBe(false);
  expect(arePascalCase(readKeys({ Hello: "" }))).toBe(false);
});

test("status is meant for statusCode where the rest is a response", () => {
  expect(hasStatusForStatusCode({ status: "302", headers: {} })).toBe(true);
  expect(hasStatusForStatusCode({ status: 200, body: "" })).toBe(true);
  expect(hasStatusForStatusCode({ status: "ok", body: "" })).toBe(false);
  expect(hasStatusForStatusCode({ status: 200, count: 1 })).toBe(false);
});
