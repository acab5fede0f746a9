import type { Attachment } from '@parley/shared-types';
import { refusalIn } from '../connection/api.js';
import { ProblemError, problemOf } from '../connection/failure.js';
import { fetchFile, uploadForm, UPLOADS, type SentFile } from './fetch-file.js';

/** How long nothing may move, in either direction, before an upload is given up, in milliseconds. */
const STALL_MS = 60_000;

export interface PostOptions {
  onProgress: (sentBytes: number) => void;
  signal: AbortSignal;
}

/** Uploads a file. Throws `ProblemError`; a lost network is `unavailable`, a line on which nothing moves `timeout`. */
export type PostFile = (file: SentFile, options: PostOptions) => Promise<Attachment>;

const failed = (code: 'unavailable' | 'timeout', detail: string) => new ProblemError(problemOf(code, detail));

const headersOf = (request: XMLHttpRequest) => {
  const headers = new Headers();
  const retryAfter = request.getResponseHeader('retry-after');
  if (retryAfter !== null) headers.set('retry-after', retryAfter);
  return headers;
};

const answerOf = async (request: XMLHttpRequest): Promise<Attachment> => {
  const { status, responseText } = request;
  if (status < 200 || status > 299)
    throw await refusalIn(new Response(responseText, { status, headers: headersOf(request) }));
  try {
    return JSON.parse(responseText) as Attachment;
  } catch {
    throw failed('unavailable', 'The answer broke off.');
  }
};

/** Only XMLHttpRequest tells how much of a body has gone out. */
const withProgress = (
  url: string,
  token: string | undefined,
  file: SentFile,
  { onProgress, signal }: PostOptions,
) =>
  new Promise<Attachment>((resolve, reject) => {
    const request = new XMLHttpRequest();
    let stall: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      clearTimeout(stall);
      stall = setTimeout(() => {
        reject(failed('timeout', 'Nothing moved for too long.'));
        request.abort();
      }, STALL_MS);
    };
    const abort = () => request.abort();
    signal.addEventListener('abort', abort);
    request.upload.onprogress = ({ loaded }) => {
      moved();
      // The form around it counts here, too.
      onProgress(Math.min(loaded, file.blob.size));
    };
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(failed('unavailable', 'The server could not be reached.'));
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    request.onloadend = () => {
      clearTimeout(stall);
      signal.removeEventListener('abort', abort);
    };
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`);
    moved();
    request.send(uploadForm(file));
  });

/** `token` is asked for with every file; browsers are known by their cookie. */
export const postFileTo =
  (origin: string, token: () => Promise<string | undefined>): PostFile =>
  async (file, options) => {
    const bearer = await token();
    options.signal.throwIfAborted();
    if (typeof XMLHttpRequest === 'undefined')
      return fetchFile(file, {
        baseUrl: origin,
        headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
        signal: options.signal,
      });
    return withProgress(origin + UPLOADS, bearer, file, options);
  };
