import type { Fact } from "./fact";
import { sources } from "./sources";

/** AWS publishes the client that calls a Python handler. */
const client = "aws/aws-lambda-python-runtime-interface-client, version 4.0.1, read and run";

/** Python: what a handler's result and its failures mean to Lambda. */
export const pythonResultFacts = [
  {
    id: "python.encoder",
    statement:
      "A result is encoded by the runtime client: dict, list, tuple, str, numbers, None, Decimal and named tuples; anything else is Runtime.MarshalError.",
    source: client,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.coroutine-not-awaited",
    statement:
      "The runtime client does not await: an async def handler fails with Runtime.MarshalError, Object of type coroutine is not JSON serializable.",
    source: client,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.bytes-decoded",
    statement:
      "Bytes inside a result are written as UTF-8 text; bytes that are not UTF-8 are Runtime.MarshalError.",
    source: `${client}; runtimes of 2017 to 2020 refused any bytes`,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.bytes-result",
    statement: "A result that is bytes is handed back as it is, with the type application/unknown.",
    source: client,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.decimal-number",
    statement: "A Decimal in a result is written as a number with all its digits.",
    source: client,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.nan-written",
    statement: "NaN and Infinity in a result are written as such, so that the payload is not JSON.",
    source: client,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.non-ascii",
    statement:
      "From python3.12 on characters outside ASCII stand in the payload as they are; up to python3.11 they are escaped.",
    source: client,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.lone-surrogate",
    statement:
      "From python3.12 on a lone surrogate in a result ends the process, Runtime.ExitError; up to python3.11 it is escaped.",
    source: client,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.handler-name",
    statement:
      "The handler string is a module's path, a dot and a name in it; a name that the module does not have is Runtime.HandlerNotFound.",
    source: client,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.import-error",
    statement:
      "Any ImportError while the handler's module is loaded, also one of its own imports, is Runtime.ImportModuleError.",
    source: client,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.syntax-error",
    statement:
      "A module that does not parse is the function error Runtime.UserCodeSyntaxError; its message names file and line.",
    source: `${client}; ${sources.localstackFunction}`,
    date: "2026",
    grade: "documented",
  },
  {
    id: "python.error-type",
    statement:
      "An exception is handed back with its bare class name, str() of it, and the frames of the function's own code.",
    source: `${client}; ${sources.localstackFunction}`,
    date: "2026",
    grade: "recorded",
  },
  {
    id: "python.base-exception-exits",
    statement:
      "sys.exit and any exception that is no Exception end the process: Runtime.ExitError, or without providing a reason for status 0.",
    source: `${client}; ${sources.localstackFunction}: test_lambda_handler_exit`,
    date: "2026",
    grade: "recorded",
  },
] as const satisfies readonly Fact[];

/** Python: what one version's runtime does and another's does not. */
export const pythonVersionFacts = [
  {
    id: "python.newer-syntax",
    statement:
      "Syntax that is newer than the runtime is Runtime.UserCodeSyntaxError: match before 3.10, the f-string's own quotes inside its braces before 3.12, except A, B: before 3.14.",
    source: "CPython documentation, What's New in Python 3.10, 3.12 (PEP 701) and 3.14 (PEP 758)",
    date: "2025-10",
    grade: "documented",
  },
  {
    id: "python.event-loop",
    statement:
      "From Python 3.14 on asyncio.get_event_loop() raises RuntimeError where there is no loop; before, it made one.",
    source: "CPython documentation, What's New in Python 3.14",
    date: "2025-10",
    grade: "documented",
  },
  {
    id: "python.removed-modules",
    statement:
      "distutils, imp, asyncore and asynchat are gone from Python 3.12 on; cgi, telnetlib, crypt, pipes and others from 3.13 on.",
    source: "CPython documentation, What's New in Python 3.12 and 3.13; PEP 594",
    date: "2024-10",
    grade: "documented",
  },
  {
    id: "python.error-texts",
    statement:
      "The texts of Python's own errors differ in details from version to version: string indices must be integers says more from 3.11 on, and library frames have other line numbers.",
    source: "CPython 3.9 to 3.14, each run",
    date: "2026",
    grade: "inferred",
  },
] as const satisfies readonly Fact[];

/** Python: what a Lambda function's process may do. */
export const pythonProcessFacts = [
  {
    id: "python.read-only",
    statement:
      "Everything but /tmp is read-only: opening a file elsewhere for writing is OSError, [Errno 30] Read-only file system.",
    source: `${sources.lambdaGuide}: Lambda execution environment`,
    date: "2025",
    grade: "documented",
  },
  {
    id: "python.no-shared-memory",
    statement:
      "There is no /dev/shm: multiprocessing's Pool, Queue and Lock fail with OSError, [Errno 38] Function not implemented.",
    source: "AWS Compute Blog, Parallel Processing in Python with AWS Lambda",
    date: "2017-07",
    grade: "documented",
  },
] as const satisfies readonly Fact[];
