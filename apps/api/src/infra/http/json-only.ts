import express, { type NextFunction, type Request, type Response } from 'express';
import { AppError } from '../../common/app-error.js';

/** The largest JSON body; ten times the longest message, in bytes. */
const MAX_BODY_BYTES = 256 * 1024;

/** Forms and plain text are refused: a foreign page could send them without asking the browser first. */
function refuseOtherTypes(request: Request, _: Response, next: NextFunction): void {
  // `is` answers null for a request without a body.
  const type = request.is('application/json');
  next(type === false ? new AppError('unsupported_media_type', 'Send JSON.') : undefined);
}

export const jsonOnly = [refuseOtherTypes, express.json({ limit: MAX_BODY_BYTES })];
