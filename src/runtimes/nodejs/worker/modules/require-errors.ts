import type { CommonJsModule, ModuleHost } from "./commonjs";
import { nodeError } from "./node-errors";
import { nearestPackageJson, type Package } from "./resolve";

/** What `require` says of a module that is nowhere, with those that led to it. */
export function requiredNotFound(specifier: string, from: CommonJsModule | null): Error {
  const requireStack: string[] = [];
  for (let module = from; module; module = module.parent) requireStack.push(module.filename);
  const stack = requireStack.length > 0 ? `\nRequire stack:\n- ${requireStack.join("\n- ")}` : "";
  const error = new Error(`Cannot find module '${specifier}'${stack}`);
  return Object.assign(error, { code: "MODULE_NOT_FOUND", requireStack });
}

/** What `require` says of a file that is an ES module. */
export function requireOfEsModule(
  files: Package,
  path: string,
  from: CommonJsModule | null,
): Error {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const by = from ? ` from ${from.filename}` : "";
  const packageJson = path.endsWith(".mjs") ? undefined : nearestPackageJson(files, path);
  const dynamically = "to a dynamic import() which is available in all CommonJS modules.";
  const advice =
    packageJson === undefined
      ? `Instead change the require of ${path} ${dynamically}`
      : `Instead change the require of ${name} in ${from?.filename} ${dynamically}`;
  const message = `require() of ES Module ${path}${by} not supported.\n${advice}`;
  return nodeError(Error, "ERR_REQUIRE_ESM", message);
}

/** Throws what `require` says of a specifier that names nothing it could look for. */
export function checkSpecifier(
  specifier: unknown,
  host: Pick<ModuleHost, "provided">,
): asserts specifier is string {
  if (typeof specifier !== "string") {
    const received = specifier === undefined || specifier === null ? specifier : typeof specifier;
    const message = `The "id" argument must be of type string. Received ${received}`;
    throw nodeError(TypeError, "ERR_INVALID_ARG_TYPE", message);
  }
  if (specifier === "") {
    const message = "The argument 'id' must be a non-empty string. Received ''";
    throw nodeError(TypeError, "ERR_INVALID_ARG_VALUE", message);
  }
  if (specifier.startsWith("node:") && !host.provided(specifier)) {
    const message = `No such built-in module: ${specifier}`;
    throw nodeError(Error, "ERR_UNKNOWN_BUILTIN_MODULE", message);
  }
}
