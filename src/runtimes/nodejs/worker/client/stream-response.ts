import { nameOfKind } from "../observer";
import type { ClientHost } from "./host";
import { openResponseStream } from "./response-stream";

/** What the versions of the client do differently about a streaming handler. */
export interface StreamingClient {
  /** Calls the handler with the response's stream. */
  readonly call: (stream: object) => unknown;
  readonly isPromise: (value: unknown) => boolean;
  readonly logError: (error: unknown) => void;
  readonly postError: (error: unknown) => void;
  /** What version 3 complains with is text, what version 4 does is an Error. */
  readonly complaint: (message: string) => unknown;
}

/** Calls a streaming handler and waits until its stream is ended. What was ended counts, whatever follows. */
export async function streamResponse(host: ClientHost, client: StreamingClient): Promise<void> {
  const { observed } = host;
  const response = openResponseStream(host);
  observed.completion = "stream";

  function fail(error: unknown): void {
    client.logError(error);
    if (response.isEnded()) return;
    client.postError(error);
    response.breakOff();
  }

  try {
    const returned = client.call(response.stream);
    observed.returned = nameOfKind(returned);
    if (!client.isPromise(returned)) {
      fail(client.complaint("Streaming does not support non-async handlers."));
      return;
    }
    const result = await returned;
    if (result !== undefined) console.warn("Streaming handlers ignore return values.");
    await response.isDone;
  } catch (error) {
    fail(error);
  }
}
