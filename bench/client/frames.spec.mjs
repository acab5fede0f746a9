import { expect, test } from '@jest/globals';
import { FrameReader } from './frames.mjs';

/** An unmasked text frame, as servers send them. */
const frame = (text) => {
  const payload = Buffer.from(text);
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([0x81, length]), payload]);
  const header = Buffer.alloc(length < 65_536 ? 4 : 10);
  header.writeUInt16BE(0x8100 | (length < 65_536 ? 126 : 127));
  if (length < 65_536) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, payload]);
};

const read = (texts, size) => {
  const stream = Buffer.concat(texts.map(frame));
  const found = [];
  const reader = new FrameReader((buffer, start, end) => found.push(buffer.toString('utf8', start, end)));
  // One buffer for all chunks, as the sockets have it: what is kept must be copied.
  const shared = Buffer.alloc(size);
  for (let at = 0; at < stream.length; at += size) {
    const length = stream.copy(shared, 0, at, at + size);
    reader.push(shared.subarray(0, length));
  }
  return found;
};

test.each([1, 2, 3, 7, 125])('finds frames in chunks of %d bytes', (size) => {
  const texts = ['', 'a', 'ü'.repeat(62), 'b'.repeat(126), 'end'];

  expect(read(texts, size)).toEqual(texts);
});

test.each([4_096, 1_000_000])('finds frames of every length in chunks of %d bytes', (size) => {
  const texts = ['b'.repeat(126), 'c'.repeat(65_535), 'd'.repeat(65_536), 'end'];

  expect(read(texts, size)).toEqual(texts);
});
