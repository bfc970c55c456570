import type { Node, Tree } from "web-tree-sitter";
import type { CodePlace } from "../submission/evidence";
import type { Conditions, Language, Settings, Submission } from "../submission/submission";
import type { Edit } from "./edit";
import type { LogReading } from "./log/log-reading";
import type { Program } from "./program/program";

/** A stretch of a file, lines and columns counting from 1, the end exclusive. */
export interface Range {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A module that the code asks for. */
export interface Import {
  readonly specifier: string;
  readonly how: "require" | "import" | "dynamic-import";
  readonly range: Range;
}

/** The first place where a file does not parse. */
export interface SyntaxProblem {
  readonly range: Range;
  /** What stands there, at most 40 characters. */
  readonly text: string;
}

/** A file's text with its syntax tree. */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly tree: Tree;
  readonly problem?: SyntaxProblem;
}

/** What can be known of code without running it. */
export interface CodeReading {
  readonly language: Language;
  readonly files: readonly ParsedFile[];
  readonly imports: readonly Import[];
  /** The function that the handler string names, where it can be found. */
  readonly handler?: { readonly file: ParsedFile; readonly node: Node };
  /** The names under which the handler's file exports something. */
  readonly exports: readonly { readonly name: string; readonly range: Range }[];
  /** Python, Go, C#, Java and Ruby in the language that they have in common. */
  readonly program?: Program;
}

/** The notation in which a payload was pasted. */
export type Notation =
  | "json"
  | "json-in-string"
  | "javascript-inspect"
  | "python-repr"
  | "ruby-inspect"
  | "json-with-comments"
  | "template"
  | "truncated"
  | "plain-text";

/** A payload found in the pasted text. */
export interface PayloadReading {
  readonly notation: Notation;
  /** The JSON text it was taken for; absent when no payload can be made of it. */
  readonly payload?: string;
  /** First place that kept it from being read, 1-based, when `payload` is absent or cut. */
  readonly problem?: { readonly line: number; readonly column: number; readonly expected: string };
  /** The stretch of the pasted text that a JSON path stands at, as offsets; undefined when it has none. */
  readonly locate: (path: string) => { readonly start: number; readonly end: number } | undefined;
}

/** Where a configuration tells a member of the submission. */
export interface ConfiguredPlace {
  readonly place: CodePlace;
  /** Where its text is a literal: the literal's offsets, and how another value is written given what stands there. */
  readonly literal?: {
    readonly start: number;
    readonly end: number;
    readonly write: (value: unknown, written: string) => string | undefined;
  };
}

/** What the configuration files tell: a SAM or CloudFormation template, serverless.yml, Terraform, OpenAPI. */
export interface ConfigurationReading {
  readonly own: Partial<
    Pick<Submission, "gateway" | "runtime" | "handler" | "language" | "request">
  >;
  readonly settings: Partial<Settings>;
  readonly conditions: Partial<Conditions>;
  /** By the name of the member. */
  readonly places: ReadonlyMap<string, ConfiguredPlace>;
  /** Mistakes that no setting stands for, each with the cause that it is and its places, the telling one first. */
  readonly mistakes: readonly {
    readonly cause: string;
    readonly places: readonly CodePlace[];
    readonly mend?: Edit;
  }[];
  /** What adds the permission to invoke the function, where it is missing. */
  readonly grant?: Edit;
}

/** What can be known of a submission without running it. */
export interface Reading {
  readonly language: Language | "json" | "log";
  readonly imports: readonly string[];
  readonly code?: CodeReading;
  /** The pasted payload, or the one that the chosen request of a log shows. */
  readonly output?: PayloadReading;
  readonly log?: LogReading;
  readonly configuration?: ConfigurationReading;
}
