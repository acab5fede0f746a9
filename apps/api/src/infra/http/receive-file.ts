import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { AppError, invalid } from '../../common/app-error.js';

/** A file on its way in; `name` is what its sender calls it. */
export type IncomingFile = { name: string | undefined; bytes: Readable };

/** What a form brought: what became of its file, and its other fields. */
export type Received<Taken> = { taken: Taken; fields: Map<string, string> };

/** Whoever sends a form may be slow, but not silent for so long. */
const SILENCE_MS = 60_000;

/**
 * So much of what was refused is still read, because clients look for the answer only when they have sent everything;
 * then the connection ends.
 */
const READ_ON_BYTES = 64 * 1024 * 1024;

const FILE = 'file';
const FIELD_BYTES = 4_096;
const noop = () => undefined;

/**
 * Reads a form with one file, in the field `file`, and at most the other fields named. `take` gets the file as a
 * stream, and must read it or throw. When either fails, both have ended before this is thrown.
 * @throws AppError `validation_failed` for a form that is broken, incomplete, or has something else in it
 */
export function receiveFile<Taken>(
  request: IncomingMessage,
  known: readonly string[],
  take: (file: IncomingFile) => Promise<Taken>,
): Promise<Received<Taken>> {
  const form = formOf(request, known.length);
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let taking: Promise<Taken> | undefined;
    let isOver = false;

    const fail = (error: Error) => {
      if (isOver) return;
      isOver = true;
      request.unpipe(form);
      form.destroy(error);
      readOn(request);
      void Promise.allSettled([taking]).then(() => reject(error));
    };

    form.on(FILE, (field, bytes, { filename }) => {
      // Whoever reads it is told too; this only keeps an error that comes after them from ending the process.
      bytes.on('error', noop);
      if (isOver) return void bytes.resume();
      if (field !== FILE) return fail(invalid(field, 'There is no such field'));
      taking = take({ name: filename && asWritten(filename), bytes });
      taking.catch(fail);
    });
    form.on('field', (field, value, { valueTruncated }) => {
      if (!known.includes(field)) fail(invalid(field, 'There is no such field'));
      else if (valueTruncated) fail(invalid(field, 'Too long'));
      else fields.set(field, value);
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
      form.once(limit, () => fail(invalid(FILE, 'One file at a time')));
    }
    form.on('error', () => fail(invalid('', 'The form is broken or incomplete')));
    form.once('close', () => {
      if (isOver) return;
      if (!taking) return fail(invalid(FILE, 'Send a file'));
      taking.then((taken) => {
        isOver = true;
        resolve({ taken, fields });
      }, noop);
    });

    // Not by `complete`: a connection may end after all has come, but before all has been read.
    const failUnlessRead = () => {
      if (!request.readableEnded) fail(invalid('', 'The form was not sent to its end'));
    };
    request.on('error', noop);
    request.once('close', failUnlessRead);
    if (request.destroyed) return failUnlessRead();
    request.once('end', () => request.setTimeout(0));
    request.setTimeout(SILENCE_MS, () => request.destroy());
    request.pipe(form);
  });
}

/** @throws AppError `unsupported_media_type` for what is no form, or has no boundary */
function formOf({ headers }: IncomingMessage, fields: number) {
  try {
    return busboy({
      headers,
      defParamCharset: 'utf8',
      // Names are cleaned by one who knows why.
      preservePath: true,
      limits: { files: 1, fields, parts: fields + 3, fieldSize: FIELD_BYTES, headerPairs: 50 },
    });
  } catch {
    throw new AppError('unsupported_media_type', 'Send multipart/form-data, with a boundary.');
  }
}

/** Browsers write these three signs as the HTML standard has it, which is not how any other is written. */
const asWritten = (name: string): string => name.replace(/%(22|0A|0D)/gi, decodeURIComponent);

function readOn(request: IncomingMessage): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > READ_ON_BYTES) request.destroy();
  });
  request.resume();
}
