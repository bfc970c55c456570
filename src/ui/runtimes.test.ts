import { expect, test } from "vitest";
import { languageOfRuntime, runtimeName } from "./runtimes";

test("AWS's identifiers have the names that people use", () => {
  expect(runtimeName("nodejs22.x")).toBe("Node.js 22");
  expect(runtimeName("python3.13")).toBe("Python 3.13");
  expect(runtimeName("dotnet8")).toBe(".NET 8");
  expect(runtimeName("nodejs14.x")).toBe("Node.js 14");
});

test("an identifier without a known family stays as it is", () => {
  expect(runtimeName("provided.al2023")).toBe("provided.al2023");
  expect(runtimeName("__proto__")).toBe("__proto__");
});

test("a runtime keeps a language that it runs and brings its own otherwise", () => {
  expect(languageOfRuntime("nodejs20.x", "typescript")).toBe("typescript");
  expect(languageOfRuntime("nodejs20.x", "python")).toBe("javascript");
  expect(languageOfRuntime("provided.al2023", "javascript")).toBe("go");
});
