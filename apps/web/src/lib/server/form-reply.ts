import 'server-only';
import { NextResponse } from 'next/server';

/**
 * Sends a browser on after a form: 303, so that a reload does not post again. The address stays relative, because
 * only the browser knows under which name it reached us.
 */
export const seeOther = (path: string, cookies: string[] = []) => {
  const reply = new NextResponse(null, { status: 303, headers: { Location: path } });
  for (const cookie of cookies) reply.headers.append('Set-Cookie', cookie);
  return reply;
};

/** What was posted; without fields when it is no form. */
export const formOf = (request: Request) => request.formData().catch(() => new FormData());

/** One field of a posted form as text; '' when it is missing or a file. */
export const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
