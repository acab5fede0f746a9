import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateSync } from 'node:zlib';
import exiftoolPath from 'exiftool-vendored.pl';
import sharp from 'sharp';

const run = promisify(execFile);

type Kind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** Left half red, right half blue: which way round it is can be seen. */
export const picture = (kind: Kind, width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: 'red' } })
    .composite([
      {
        input: { create: { width: width / 2, height, channels: 3, background: 'blue' } },
        gravity: 'east',
      },
    ])
    .toFormat(kind, { lossless: true })
    .toBuffer();

/** A picture that moves, one frame a second. */
export async function moving(kind: 'gif' | 'webp', frames: number, width = 40, height = 30): Promise<Buffer> {
  const colours = Array.from({ length: frames }, (_, i) => ({ r: (i * 37) % 256, g: (i * 91) % 256, b: 99 }));
  const stills = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(stills, { join: { animated: true } })
    .toFormat(kind, { delay: Array<number>(frames).fill(1_000) })
    .toBuffer();
}

/** A GIF whose only frame comes so many times. */
export function repeated(gif: Buffer, times: number): Buffer {
  const colours = gif[10]! & 0x80 ? 3 * 2 ** ((gif[10]! & 7) + 1) : 0;
  const [head, frame] = [gif.subarray(0, 13 + colours), gif.subarray(13 + colours, -1)];
  return Buffer.concat([head, ...Array<Buffer>(times).fill(frame), Buffer.from(';')]);
}

/** As the tool for it writes what a camera would say. */
export async function tagged(photo: Buffer, tags: Record<string, string>): Promise<Buffer> {
  return inFile(photo, async (file) => {
    await exiftool([...Object.entries(tags).map(([tag, value]) => `-${tag}=${value}`), file]);
    return readFile(file);
  });
}

/** All that the same tool finds in a picture, by group and name. */
export async function tagsOf(photo: Buffer): Promise<Record<string, unknown>> {
  return inFile(photo, async (file) => {
    const { stdout } = await exiftool(['-j', '-G1', '-n', file]);
    return (JSON.parse(stdout) as Record<string, unknown>[])[0]!;
  });
}

const exiftool = (given: string[]) => run('perl', [exiftoolPath, '-overwrite_original', ...given]);

async function inFile<T>(photo: Buffer, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-photo-'));
  try {
    const file = path.join(folder, 'photo');
    await writeFile(file, photo);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A valid PNG of one colour, of any size: a bit for each pixel, and next to nothing once it is deflated. */
export function plainPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const pixels = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
