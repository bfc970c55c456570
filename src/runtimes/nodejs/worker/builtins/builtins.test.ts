import { expect, test } from "vitest";
import { isDeepEqual } from "./deep-equal";
import { createFileTree } from "./file-tree";
import { querystring } from "./querystring";
import { url } from "./url";

test("a query is taken apart and put together as Node.js does it", () => {
  expect({ ...querystring.parse("a=1&b=2&a=3&c=%20x+y&d") }).toEqual({
    a: ["1", "3"],
    b: "2",
    c: " x y",
    d: "",
  });
  expect(querystring.stringify({ a: 1, b: [1, 2], c: "x y", e: null })).toBe(
    "a=1&b=1&b=2&c=x%20y&e=",
  );
});

test("the old url.parse splits an address into its parts", () => {
  const { auth, host, port, pathname, query, hash } = url.parse(
    "http://u:p@Host:8080/p?x=1#h",
    true,
  );
  expect({ auth, host, port, pathname, hash }).toEqual({
    auth: "u:p",
    host: "host:8080",
    port: "8080",
    pathname: "/p",
    hash: "#h",
  });
  expect(query).toEqual({ x: "1" });
});

test("strict equality goes deep and looks at classes; loose equality does not", () => {
  class Point {
    x = 1;
  }
  expect(
    isDeepEqual({ a: [new Map([[1, { b: 2 }]])] }, { a: [new Map([[1, { b: 2 }]])] }, true),
  ).toBe(true);
  expect(isDeepEqual(new Point(), { x: 1 }, true)).toBe(false);
  expect(isDeepEqual({ x: "1" }, { x: 1 }, false)).toBe(true);
});

test("the function's package can be read, and only /tmp can be written", () => {
  const tree = createFileTree(new Map([["/var/task/lib/a.json", "{}"]]), () => 0);
  expect(tree.list("/var/task")).toEqual(["lib"]);
  expect(new TextDecoder().decode(tree.read("/var/task/lib/a.json"))).toBe("{}");
  expect(() => tree.write("/var/task/b", new Uint8Array())).toThrow(
    "EROFS: read-only file system, open '/var/task/b'",
  );
  expect(() => tree.read("/var/task/c")).toThrow(
    "ENOENT: no such file or directory, open '/var/task/c'",
  );
  tree.makeFolder("/tmp/a/b", true);
  tree.write("/tmp/a/b/c", new Uint8Array([1]));
  expect(tree.list("/tmp/a/b")).toEqual(["c"]);
});
