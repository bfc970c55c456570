import { expect, test } from "vitest";
import { missingModule } from "./missing-module";

function found(cause: string, wording: string | undefined, values = {}) {
  const common = { cause, role: "primary", evidence: [], facts: [], values } as const;
  return missingModule(wording === undefined ? common : { ...common, wording });
}

test("a package or a file that is not here may be deployed all the same", () => {
  expect(found("import-module-error", "package", { module: "@acme/audit" })).toBe("@acme/audit");
  expect(found("import-module-error", "file", { module: "./lib/audit" })).toBe("./lib/audit");
  expect(found("aws-sdk-v2-missing", "client")).toBe("aws-sdk");
});

test("the handler's own file, a file that is here and other causes are no such modules", () => {
  expect(found("import-module-error", "handler", { module: "app" })).toBeUndefined();
  expect(found("import-module-error", "beside", { module: "replies" })).toBeUndefined();
  expect(found("missing-return", undefined)).toBeUndefined();
});
