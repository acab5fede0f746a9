import type { Attachment } from '@parley/shared-types';
import { refusalIn } from '../connection/api.js';
import { ProblemError, problemOf } from '../connection/failure.js';

/** A file as it is sent: `alt` says what a picture shows. */
export interface SentFile {
  readonly blob: Blob;
  readonly name: string;
  readonly alt?: string | null;
}

interface Destination {
  /** Where the API is, without `/api/v1`; '' is the page's own origin. */
  readonly baseUrl: string;
  readonly headers?: HeadersInit;
  readonly signal?: AbortSignal;
}

export const UPLOADS = '/api/v1/uploads';

/** The form that an upload is. What describes the file goes before it, because the server reads it once, in order. */
export const uploadForm = ({ blob, name, alt }: SentFile): FormData => {
  const form = new FormData();
  if (alt) form.append('alt', alt);
  form.append('file', blob, name);
  return form;
};

/**
 * Uploads a file without telling how far it is: for servers and scripts. Throws `ProblemError`; a lost network is
 * `unavailable`.
 */
export const fetchFile = async (
  file: SentFile,
  { baseUrl, headers, signal }: Destination,
): Promise<Attachment> => {
  let response: Response;
  try {
    response = await fetch(baseUrl + UPLOADS, {
      method: 'POST',
      body: uploadForm(file),
      headers: { accept: 'application/json', ...Object.fromEntries(new Headers(headers)) },
      credentials: 'same-origin',
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    throw new ProblemError(problemOf('unavailable', 'The server could not be reached.'), undefined, {
      cause,
    });
  }
  if (!response.ok) throw await refusalIn(response);
  return (await response.json()) as Attachment;
};
