const bodies = new WeakMap<Response, string>();

/**
 * A response whose text travels beside it: Remix hands a page's response on as it is, and a web stream that is only
 * made to be read again at once costs more than sending the page.
 */
export function finishedResponse(body: string, init: ResponseInit): Response {
  const response = new Response(null, init);
  bodies.set(response, body);
  return response;
}

/** All that a response says; null when it has no body. Reads the response's stream where it has one. */
export async function readFinished(response: Response): Promise<string | Buffer | null> {
  const finished = bodies.get(response);
  if (finished !== undefined) return finished;
  return response.body === null ? null : readStream(response.body);
}

/** Every chunk of a stream, without decoding it. */
export async function readStream(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? Buffer.from(only.buffer, only.byteOffset, only.byteLength) : Buffer.concat(chunks);
}
