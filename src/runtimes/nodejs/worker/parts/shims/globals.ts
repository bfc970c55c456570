const { AbortController, AbortSignal, Blob } = globalThis;

export { AbortController, AbortSignal, Blob };
