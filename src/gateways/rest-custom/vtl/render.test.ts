import { describe, expect, test } from "vitest";
import { renderTemplate } from "./render";
import { fromJson, type VtlMap } from "./values";

const variables = (): VtlMap =>
  new Map([
    ["name", "World"],
    ["data", fromJson({ a: 1, list: [{ c: 5 }, "x"], inner: { foo: "bar" } })],
  ]);

const render = (template: string) => renderTemplate(template, variables());

describe("what a template gives", () => {
  test.each([
    ["Hello $name, $!{name}!", "Hello World, World!"],
    ["$data.a $data.inner.foo $data.list[0].c $data.list.size()", "1 bar 5 2"],
    ["$data", '{a=1, list=[{"c":5},"x"], inner={foo=bar}}'],
    ["$nothing|$!nothing|$data.nothing|$data.nothing.more", "|||"],
    ["$5.00 and 100% #hash", "$5.00 and 100% #hash"],
    ["#set($x = 'it''s')$x", "it's"],
    ['#set($x = "<$name>")$x', "<World>"],
    ["#set($x = '<$name>')$x", "<$name>"],
    ["#set($x = 1 + 2 * 3)$x #set($y = 7 / 2)$y #set($z = 'a' + 1)$z", "7 3 a1"],
    ["#set($l = [1, 'b'])$l #set($m = {'k': [1..3]})$m.k.get(1)", "[1, b] 2"],
    ["#if($data.a == 1 && !$nothing)yes#{else}no#end", "yes"],
    ["#if($nothing)a#elseif($name == 'World')b#{else}c#end", "b"],
    ["#foreach($i in $data.list)$foreach.index:$i#if($foreach.hasNext),#end#end", "0:{c=5},1:x"],
    ["#foreach($k in $data.keySet())$k #end", "a list inner "],
    ["#foreach($i in [1..9])$i#if($i == 3)#break#end#end.", "123."],
    ["a#stop b", "a"],
    ["a## comment\nb#* block\n *#c", "abc"],
    ["#[[ $raw #if ]]#", " $raw #if "],
    ["$name.toUpperCase().replace('O', '0').substring(1, 4)", "0RL"],
    [
      "$name.split('o').get(1) $name.replaceAll('[aeiou]', '_') $name.matches('W.*d')",
      "rld W_rld true",
    ],
    ["#set($data.a = 2)$data.a #set($q = $data.put('b', 3))$data.b", "2 3"],
  ])("%s", (template, text) => {
    expect(render(template)).toBe(text);
  });

  test("lines that hold only directives leave no empty lines", () => {
    expect(render("{\n#set($x = 1)\n#if($x == 1)\n  $x\n#end\n}")).toBe("{\n  1\n}");
  });
});

describe("what a template cannot do", () => {
  test.each(["$name.constructor", "$data.__proto__", "$data.constructor.constructor('return 1')"])(
    "%s reaches nothing",
    (template) => {
      expect(render(template)).toBe("");
    },
  );

  test.each([
    "#if($name",
    "#foreach($i in $data)",
    "#end",
    "#set($x = )",
    "#foreach($i in [1..5000])#end",
    "#foreach($i in [1..999])#foreach($j in [1..999])$i#end#end",
    `#set($x = ${"(".repeat(5000)}1)`,
  ])("%s fails", (template) => {
    expect(() => render(template)).toThrow();
  });

  test("grow without bounds", () => {
    const doubling = "#set($s = 'xxxxxxxxxx')#foreach($i in [1..900])#set($s = \"$s$s\")#end";
    expect(() => render(doubling)).toThrow();
  });
});
