import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export type SampleFile = { name: string; mimeType: string; buffer: Buffer };

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A picture of noise, 3 bytes to the pixel, so that its size is known: it does not compress. */
export const noise = (name: string, width: number, height: number): SampleFile => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, () => Buffer.concat([Buffer.alloc(1), randomBytes(width * 3)]));
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
};

export const text = (name: string, content = 'a few words'): SampleFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

/** It does nothing, but it begins as programs of Windows do. */
export const program = (name: string): SampleFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(510)]),
});
