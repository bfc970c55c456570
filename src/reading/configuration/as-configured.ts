import {
  type Conditions,
  defaultHandler,
  defaultRuntime,
  parseSubmission,
  type Settings,
  type SourceFile,
  type Submission,
} from "../../submission/submission";
import { type Edit, editFiles } from "../edit";
import type { ConfigurationReading } from "../reading";

const configurationFile = /\.(?:ya?ml|tf|json)$/i;
const packageFile = /(?:^|\/)(?:package(?:-lock)?|tsconfig[\w.]*|samconfig|cdk|jest[\w.]*)\.json$/i;

/** The files that may be a configuration of the function and of what stands in front of it. */
export function configurationFiles({ kind, files }: Submission): readonly SourceFile[] {
  if (kind !== "code") return [];
  return files.filter(({ path }) => configurationFile.test(path) && !packageFile.test(path));
}

/** A submission with the configuration that is among its files. */
export interface Configured {
  readonly submission: Submission;
  readonly configuration: ConfigurationReading | undefined;
}

/**
 * The submission with what its configuration tells of the function and the gateway, where the user has
 * set nothing else; as it is where there is no configuration. What reads one is loaded only then.
 */
export async function configure(handedIn: Submission): Promise<Configured> {
  const files = configurationFiles(handedIn);
  if (files.length === 0) return { submission: handedIn, configuration: undefined };
  const { readConfiguration } = await import("./read-configuration");
  const configuration = await readConfiguration(files, handedIn);
  const submission = configuration ? asConfigured(handedIn, configuration) : handedIn;
  return { submission, configuration };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The submission with nothing set, in its language and with its files. */
function unset({ language, files }: Submission): Submission {
  return parseSubmission({ v: 1, language, files });
}

/** The submission in another language; a runtime and a handler that nobody chose follow it. */
function inLanguage(submission: Submission, language: Submission["language"]): Submission {
  const before = unset(submission);
  const { runtime, handler, files } = submission;
  return {
    ...submission,
    language,
    runtime: runtime === before.runtime ? defaultRuntime(language) : runtime,
    handler: handler === before.handler ? defaultHandler(language, files) : handler,
  };
}

/** Those of the told members for which the user has no value of their own. */
function unclaimed(told: object, own: object, standard: object) {
  return Object.fromEntries(
    Object.entries(told).filter(([name]) =>
      isSame(Reflect.get(own, name), Reflect.get(standard, name)),
    ),
  );
}

function asConfigured(handedIn: Submission, configuration: ConfigurationReading): Submission {
  const { language = handedIn.language, ...own } = configuration.own;
  const submission = inLanguage(handedIn, language);
  const standard = unset(submission);
  const settings: Settings = {
    ...submission.settings,
    ...unclaimed(configuration.settings, submission.settings, standard.settings),
  };
  const conditions: Conditions = {
    ...submission.conditions,
    ...unclaimed(configuration.conditions, submission.conditions, standard.conditions),
  };
  return { ...submission, ...unclaimed(own, submission, standard), settings, conditions };
}

/** The text in quotes of the same kind as those that stand there. */
function quotedAs(written: string, text: string): string {
  if (written.startsWith('"')) return JSON.stringify(text);
  return written.startsWith("'") ? `'${text.replaceAll("'", "''")}'` : text;
}

/**
 * An edit of a configured submission as an edit of what the user handed in: what the configuration tells
 * goes back to it, and what was changed of it is changed in its text where it is a literal there.
 */
export function asWritten(
  edited: Submission,
  configured: Submission,
  configuration: ConfigurationReading | undefined,
): Submission {
  if (!configuration) return edited;
  const standard = unset(edited);
  const textOf = ({ files }: Submission, file: string) =>
    files.find(({ path }) => path === file)?.text;
  const edits: Edit[] = [];

  const isRewritten = (member: string, value: unknown): boolean => {
    const { place, literal } = configuration.places.get(member) ?? {};
    if (!place || !literal) return false;
    const text = textOf(configured, place.file);
    if (text === undefined || text !== textOf(edited, place.file)) return false;
    const written = text.slice(literal.start, literal.end);
    const next = literal.write(value, written.replace(/^["']|["']$/g, ""));
    if (next === undefined) return false;
    const { start, end } = literal;
    edits.push({ file: place.file, start, end, text: quotedAs(written, next) });
    return true;
  };

  /** The told members that the configuration goes on to tell, each at its default. */
  const returned = (told: object, now: object, before: object, usual: object) =>
    Object.fromEntries(
      Object.entries(told)
        .filter(([member, value]) => {
          if (!isSame(Reflect.get(before, member), value)) return false;
          const current: unknown = Reflect.get(now, member);
          return isSame(current, value) || isRewritten(member, current);
        })
        .map(([member]) => [member, Reflect.get(usual, member)]),
    );

  const { language: _, ...own } = configuration.own;
  const settings: Settings = {
    ...edited.settings,
    ...returned(configuration.settings, edited.settings, configured.settings, standard.settings),
  };
  const conditions: Conditions = {
    ...edited.conditions,
    ...returned(
      configuration.conditions,
      edited.conditions,
      configured.conditions,
      standard.conditions,
    ),
  };
  const mine = { ...edited, ...returned(own, edited, configured, standard), settings, conditions };
  return edits.length > 0 ? editFiles(mine, edits) : mine;
}
