import express, { type NextFunction, type Request, type Response } from 'express';
import { AppError } from '../../common/app-error.js';
import { isUpload } from './is-upload.js';

/** The largest JSON body; ten times the longest message, in bytes. */
const MAX_BODY_BYTES = 256 * 1024;

/**
 * Forms and plain text are refused: a foreign page could send them without asking the browser first. Uploads are forms;
 * that their page is no foreign one is asked by the guard, as of every call with a cookie.
 */
function refuseOtherTypes(request: Request, _: Response, next: NextFunction): void {
  const { 'content-length': length, 'content-type': given } = request.headers;
  // Clients send no body as `Content-Length: 0`, which `is` takes for a body of another type.
  const isEmpty = length === '0' && given === undefined;
  // It answers null where there is neither.
  const wanted = isUpload(request) ? 'multipart/form-data' : 'application/json';
  const fits = isEmpty || request.is(wanted) !== false;
  next(fits ? undefined : new AppError('unsupported_media_type', `Send ${wanted}.`));
}

export const jsonOnly = [refuseOtherTypes, express.json({ limit: MAX_BODY_BYTES })];
