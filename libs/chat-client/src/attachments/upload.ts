import type { Attachment, ErrorCode } from '@parley/shared-types';

/**
 * `waiting` for its turn, or to be tried again; `failed` was refused, or failed too often, and waits for a retry or
 * its end.
 */
export type UploadState = 'waiting' | 'uploading' | 'done' | 'failed';

/** Where a file stands on its way to the server. */
export interface Upload {
  readonly fileId: string;
  readonly state: UploadState;
  /** How many of its bytes have gone out. */
  readonly sentBytes: number;
  /** In bytes. */
  readonly size: number;
  /** Only with `done`. */
  readonly attachment: Attachment | null;
  /** Why the last attempt failed: with `failed`, and while it waits for the next. */
  readonly error: { code: ErrorCode; message: string } | null;
}
