import type { JsonFormat } from "./json";
import type { Place, Value } from "./value";

/** What calling the handler comes to, before the runtime writes it. */
export type Outcome =
  | {
      readonly is: "result";
      readonly value: Value;
      readonly format: JsonFormat;
      readonly place: Place | undefined;
    }
  /** Bytes that the handler wrote itself. */
  | { readonly is: "raw"; readonly text: Value; readonly place: Place | undefined }
  | {
      readonly is: "error";
      readonly type: string;
      readonly message: Value;
      /** The members of Lambda's error document in the runtime's own order; the type and message among them. */
      readonly document: (type: string, message: string) => Readonly<Record<string, unknown>>;
      readonly error?: Value | undefined;
      readonly place: Place | undefined;
      readonly missing?: readonly string[] | undefined;
      readonly phase: "init" | "invoke";
    }
  | { readonly is: "exit"; readonly status: number; readonly place: Place | undefined }
  | { readonly is: "timeout"; readonly place: Place | undefined };
