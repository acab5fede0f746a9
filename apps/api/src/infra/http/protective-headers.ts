import type { NextFunction, Request, Response } from 'express';

const YEAR_S = 31_536_000;

/** What a browser may not do with any answer of the API, whatever is in it. */
export const PROTECTIVE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': [
    'accelerometer=()',
    'camera=()',
    'display-capture=()',
    'geolocation=()',
    'gyroscope=()',
    'hid=()',
    'magnetometer=()',
    'microphone=()',
    'midi=()',
    'payment=()',
    'serial=()',
    'usb=()',
  ].join(', '),
} as const;

/** The pages that document the API are made of scripts and styles of their own. */
const DOCUMENTS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Marks every answer; https is promised for a year only to who came by it. */
export function protectiveHeaders(request: Request, response: Response, next: NextFunction): void {
  response.set(PROTECTIVE_HEADERS);
  if (request.secure) response.set('Strict-Transport-Security', `max-age=${YEAR_S}`);
  if (isBelow('/api/v1', request.path)) response.set('Cache-Control', 'no-store');
  else if (isBelow('/api', request.path)) response.set('Content-Security-Policy', DOCUMENTS_POLICY);
  next();
}

const isBelow = (place: string, path: string) => path === place || path.startsWith(`${place}/`);
