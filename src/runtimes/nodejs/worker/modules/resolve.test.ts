import { describe, expect, test } from "vitest";
import { moduleKind, type Package, resolveImport, resolveRequire } from "./resolve";

const from = "/var/task/index.js";

function files(...paths: string[]): Package {
  return new Map(paths.map((path) => [`/var/task/${path}`, ""]));
}

describe("require", () => {
  test("guesses .js and .json", () => {
    expect(resolveRequire(files("a.js", "b.json"), "./a", from)).toBe("/var/task/a.js");
    expect(resolveRequire(files("a.js", "b.json"), "./b", from)).toBe("/var/task/b.json");
    expect(resolveRequire(files("a.mjs"), "./a", from)).toBeUndefined();
  });

  test("takes a folder by its package.json's main, else by index.js", () => {
    const packed = new Map([
      ["/var/task/lib/package.json", '{"main":"./main.js"}'],
      ["/var/task/lib/main.js", ""],
      ["/var/task/other/index.js", ""],
    ]);
    expect(resolveRequire(packed, "./lib", from)).toBe("/var/task/lib/main.js");
    expect(resolveRequire(packed, "./other/", from)).toBe("/var/task/other/index.js");
  });

  test("goes up the folders for a package in node_modules", () => {
    const packed = files("src/handlers/get.js", "node_modules/pad/index.js");
    expect(resolveRequire(packed, "pad", "/var/task/src/handlers/get.js")).toBe(
      "/var/task/node_modules/pad/index.js",
    );
  });

  test("finds the same folder's file from a file in a folder", () => {
    expect(resolveRequire(files("src/a.js", "a.js"), "../a", "/var/task/src/a.js")).toBe(
      "/var/task/a.js",
    );
  });
});

describe("import", () => {
  test("guesses nothing", () => {
    expect(resolveImport(files("a.js"), "./a", from)).toEqual({
      missing: "file",
      path: "/var/task/a",
    });
    expect(resolveImport(files("a/index.js"), "./a", from)).toEqual({
      missing: "folder",
      path: "/var/task/a",
    });
    expect(resolveImport(files("a.js"), "./a.js", from)).toEqual({ file: "/var/task/a.js" });
  });

  test("follows a package's exports under the import condition", () => {
    const packed = new Map([
      [
        "/var/task/node_modules/pad/package.json",
        '{"exports":{".":{"import":"./esm.mjs","require":"./cjs.cjs"}}}',
      ],
      ["/var/task/node_modules/pad/esm.mjs", ""],
      ["/var/task/node_modules/pad/cjs.cjs", ""],
    ]);
    expect(resolveImport(packed, "pad", from)).toEqual({
      file: "/var/task/node_modules/pad/esm.mjs",
    });
    expect(resolveRequire(packed, "pad", from)).toBe("/var/task/node_modules/pad/cjs.cjs");
    expect(resolveImport(packed, "left", from)).toEqual({ missing: "package", path: "left" });
  });
});

test("a .js file is what the nearest package.json says", () => {
  const packed = new Map([
    ["/var/task/package.json", '{"type":"module"}'],
    ["/var/task/index.js", ""],
    ["/var/task/legacy/package.json", "{}"],
    ["/var/task/legacy/old.js", ""],
  ]);
  expect(moduleKind(packed, "/var/task/index.js")).toBe("module");
  expect(moduleKind(packed, "/var/task/legacy/old.js")).toBe("commonjs");
  expect(moduleKind(packed, "/var/task/a.cjs")).toBe("commonjs");
  expect(moduleKind(packed, "/var/task/a.txt")).toBe("unknown");
});
