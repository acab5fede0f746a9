import { Readable } from 'node:stream';

/** Reads the first bytes of a stream. `whole` has them again, and all that follows; destroying it destroys the stream. */
export async function headOf(stream: Readable, bytes: number): Promise<{ head: Buffer; whole: Readable }> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  const read: Buffer[] = [];
  for (let length = 0; length < bytes; length += read.at(-1)!.length) {
    const { done, value } = await chunks.next();
    if (done) break;
    read.push(value);
  }
  const head = Buffer.concat(read);

  async function* whole() {
    if (head.length > 0) yield head;
    yield* chunks;
  }
  return { head: head.subarray(0, bytes), whole: Readable.from(whole(), { objectMode: false }) };
}
