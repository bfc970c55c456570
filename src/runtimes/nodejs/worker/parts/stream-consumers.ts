import { lent } from "./lent";

type Source = AsyncIterable<string | Uint8Array>;

async function buffer(source: Source): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) {
    chunks.push(typeof chunk === "string" ? lent.Buffer.from(chunk) : lent.Buffer.from(chunk));
  }
  return lent.Buffer.concat(chunks);
}

async function text(source: Source): Promise<string> {
  return (await buffer(source)).toString();
}

/** Node.js's `stream/consumers`. */
export const consumers = {
  buffer,
  text,
  json: async (source: Source): Promise<unknown> => JSON.parse(await text(source)),
  arrayBuffer: async (source: Source) => {
    const { buffer: bytes, byteOffset, byteLength } = await buffer(source);
    return bytes.slice(byteOffset, byteOffset + byteLength);
  },
  blob: async (source: Source) => new Blob([new Uint8Array(await buffer(source))]),
};
