const TEXT = 0x81;
const NO_MASK = Buffer.alloc(4);

/**
 * A text frame as a client sends it (RFC 6455, 5.2). Clients must mask; a mask of zeros is one too, and leaves
 * the payload as it is.
 */
export function textFrame(text) {
  const payload = Buffer.from(text);
  return Buffer.concat([header(payload.length), NO_MASK, payload]);
}

function header(length) {
  if (length < 126) return Buffer.from([TEXT, 0x80 | length]);
  const long = Buffer.alloc(length < 65_536 ? 4 : 10);
  long[0] = TEXT;
  long[1] = 0x80 | (length < 65_536 ? 126 : 127);
  if (length < 65_536) long.writeUInt16BE(length, 2);
  else long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}

/**
 * Finds the frames in what a server sends and hands each payload on as a range of the buffer it arrived in,
 * without copying or decoding it. The range is valid only during the call. Servers do not mask, and Socket.IO
 * does not fragment.
 */
export class FrameReader {
  #rest = Buffer.alloc(0);

  constructor(onPayload) {
    this.onPayload = onPayload;
  }

  push(chunk) {
    const buffer = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    while (at + 2 <= buffer.length) {
      const start = at + headerLength(buffer[at + 1]);
      if (start > buffer.length) break;
      const end = start + payloadLength(buffer, at);
      if (end > buffer.length) break;
      this.onPayload(buffer, start, end);
      at = end;
    }
    // The chunk's memory is used again for the next one.
    this.#rest = Buffer.from(buffer.subarray(at));
  }
}

const headerLength = (length) => (length < 126 ? 2 : length === 126 ? 4 : 10);

const payloadLength = (buffer, at) => {
  const length = buffer[at + 1];
  if (length < 126) return length;
  return length === 126 ? buffer.readUInt16BE(at + 2) : Number(buffer.readBigUInt64BE(at + 2));
};
