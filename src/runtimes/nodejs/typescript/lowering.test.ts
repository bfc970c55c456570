import { transform } from "sucrase";
import { expect, test } from "vitest";
import { editSource } from "../worker/modules/edited-source";
import { loweringOf } from "./lowering";

/** What `handler()` of a TypeScript file gives, after lowering and without its types. */
async function resultOf(text: string): Promise<unknown> {
  const lowered = editSource(text, await loweringOf({ path: "index.ts", text })).text;
  expect(lowered.split("\n")).toHaveLength(text.split("\n").length);
  const { code } = transform(lowered, {
    transforms: ["typescript", "imports"],
    disableESTransforms: true,
  });
  const exports: { handler?: () => unknown } = {};
  new Function("exports", code)(exports);
  return exports.handler?.();
}

test("a file without decorators and namespaces stays as it is", async () => {
  const text = "// a namespace\nexport const handler = () => 'a@b.c';";
  expect(await loweringOf({ path: "index.ts", text })).toEqual([]);
  expect(await loweringOf({ path: "index.js", text: "@x class A {}" })).toEqual([]);
});

test("decorators apply as TypeScript applies them", async () => {
  const text = `
    const order: string[] = [];
    const note = (name: string) => (target: any, key?: string, at?: any) => void order.push(\`\${name} \${key ?? target.name}\${typeof at === "number" ? \` \${at}\` : ""}\`);
    @note("class one")
    @note(
      "class two", // with a comment
    )
    export class Service {
      @note("static") static make() { return 1; }
      @note("field") private name!: string;
      @note("first") @note("second")
      public run(@note("parameter") given: string, @note("other") other: number) { return other; }
      constructor(@note("injected") private readonly client: string) {}
    }
    export const handler = () => order;`;
  expect(await resultOf(text)).toEqual([
    "field name",
    "other run 1",
    "parameter run 0",
    "second run",
    "first run",
    "static make",
    "injected Service 0",
    "class two Service",
    "class one Service",
  ]);
});

test("a decorator can take a member's or the class's place", async () => {
  const text = `
    function twice(target: any, key: string, descriptor: PropertyDescriptor) {
      const original = descriptor.value;
      descriptor.value = function (...given: unknown[]) { return original.apply(this, given) * 2; };
    }
    const named = (name: string) => <T extends new (...given: any[]) => any>(made: T) =>
      class extends made { label = name; };
    @named("Lambda")
    class Handler {
      constructor(private readonly amount = 4) {}
      @twice
      handle() { return this.amount; }
    }
    const made: any = new Handler();
    export const handler = () => [made.handle(), made.label];`;
  expect(await resultOf(text)).toEqual([8, "Lambda"]);
});

test("a default export and an expression can be decorated", async () => {
  const text = `
    const seen: string[] = [];
    const see = (target: any, key?: string) => void seen.push(key ?? "class");
    export default @see class { @see run() {} }
    const Other = class { @see walk() {} };
    export const handler = () => seen;`;
  expect(await resultOf(text)).toEqual(["run", "class", "walk"]);
});

test("namespaces become objects", async () => {
  const text = `
    namespace Api.Codes {
      export const ok = 200, { created } = { created: 201 };
      const hidden = 1;
      export function message(code: number): string { return \`\${code + hidden}\`; }
      export enum Kind { Json = "json" }
      export interface Shape { code: number }
      export class Reply { status = ok; }
    }
    namespace Api { export let count = 0; export function add() { count += 1; } }
    namespace Types { export type Name = string; }
    function make() { return make.size; }
    namespace make { export const size = 3; }
    export namespace Outer { export namespace Inner { export const deep = 1; } }
    declare namespace Missing { const a: string; }
    Api.add();
    export const handler = () => [Api.Codes.ok, Api.Codes.created, Api.Codes.message(1), Api.Codes.Kind.Json,
      new Api.Codes.Reply().status, "hidden" in Api.Codes, Api.count, make(), Outer.Inner.deep];`;
  expect(await resultOf(text)).toEqual([200, 201, "2", "json", 200, false, 1, 3, 1]);
});

test("fields can read the constructor's parameter properties", async () => {
  const text = `
    class Base { constructor(protected readonly name: string) {} }
    class Service extends Base {
      private readonly table: string =
        this.prefix + "-orders";
      count = 1; protected label?: string;
      size = () => this.table.length;
      static made = 0;
      constructor(private readonly prefix: string, readonly extra = 2) {
        super("base");
        Service.made += this.extra;
      }
      all() { return [this.table, this.count, this.size(), this.name, Service.made]; }
    }
    export const handler = () => new Service("dev").all();`;
  expect(await resultOf(text)).toEqual(["dev-orders", 1, 10, "base", 2]);
});
