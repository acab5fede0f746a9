import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { notFound } from '../../common/app-error.js';
import type { BlobStore } from '../storage/blob-store.js';
import { byteRange } from './byte-range.js';

/** What is sent, and as what. `tag` names this content and no other. */
export type Blob = {
  key: string;
  size: number;
  tag: string;
  createdAt: number;
  mimeType: string;
  disposition: string;
};

/**
 * A browser keeps it for good, for this session alone: others on the same machine ask again. Nothing in it runs, and
 * no other site embeds it.
 */
const HEADERS = {
  'Accept-Ranges': 'bytes',
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Answers with stored bytes, or what of them was asked for: ranges and conditions as RFC 9110 says (several ranges at
 * once are answered with all, as it allows). Settles when all is sent or the client has gone.
 * @throws AppError `not_found` when the store has nothing
 */
export async function sendBlob(
  request: Request,
  response: Response,
  store: BlobStore,
  { key, size, tag, createdAt, mimeType, disposition }: Blob,
): Promise<void> {
  response.status(200).set(HEADERS).vary('Cookie, Authorization');
  response.set({ ETag: `"${tag}"`, 'Last-Modified': new Date(createdAt).toUTCString() });
  if (request.fresh) {
    response.status(304).end();
    return;
  }

  const asked = isStillTheSame(request.get('if-range'), response) ? request.get('range') : undefined;
  const range = byteRange(asked, size);
  if (range === null) {
    response.status(416).removeHeader('Cache-Control');
    response.set('Content-Range', `bytes */${size}`).end();
    return;
  }
  if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.set({
    'Content-Type': mimeType === 'text/plain' ? 'text/plain; charset=utf-8' : mimeType,
    'Content-Disposition': disposition,
    'Content-Length': String(end - start + 1),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }

  const bytes = await store.get(key, range);
  if (!bytes) {
    for (const name of response.getHeaderNames()) if (!KEPT.has(name)) response.removeHeader(name);
    throw notFound('file');
  }
  // A client that goes away in the middle is nobody's fault.
  await pipeline(bytes, response).catch(() => response.destroy());
}

/** What a refusal has in common with the file that it stands for. */
const KEPT = new Set(['x-request-id', 'x-content-type-options', 'vary', 'connection']);

/** A part is of use only to who has the rest of the same content. */
const isStillTheSame = (condition: string | undefined, response: Response): boolean =>
  condition === undefined ||
  condition === response.get('ETag') ||
  condition === response.get('Last-Modified');
