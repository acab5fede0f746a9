import 'server-only';
import { cookies, headers } from 'next/headers';
import { seeOther } from './form-reply';
import { pageAnswer } from './page-answer';

const COOKIE = 'recoveryCodes';
const PATH = '/account/recovery-codes';
/** As long as a slow line needs from one answer to the next page. */
const LIFETIME_S = 60;

/**
 * Leads to the page that shows the codes, and from there to `next`. They go from this answer to that page in a cookie
 * that no script can read and no other page is sent, and that the page takes away as it shows them. An address would
 * be kept in the browser's history; a page made here, without React, would be a second way to make pages.
 */
export const showCodes = async (codes: string[], next: string, others: string[] = []) => {
  const isSecure = (await headers()).get('x-forwarded-proto') === 'https';
  const cookie = `${COOKIE}=${codes.join('.')}; ${ATTRIBUTES}; Max-Age=${LIFETIME_S}${isSecure ? '; Secure' : ''}`;
  return seeOther(`${PATH}?next=${encodeURIComponent(next)}`, [...others, cookie]);
};

const ATTRIBUTES = `Path=${PATH}; HttpOnly; SameSite=Strict`;

/** The codes that this page is to show, this once; none when it is opened again. */
export const takeCodes = async (): Promise<string[]> => {
  const kept = (await cookies()).get(COOKIE)?.value;
  if (!kept) return [];
  pageAnswer()?.appendHeader('Set-Cookie', `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`);
  return kept.split('.');
};
