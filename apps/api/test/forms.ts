import type { OutgoingHttpHeaders } from 'node:http';
import type { Person } from './person.js';
import { rawHttp } from './raw-http.js';

const BOUNDARY = 'parley-test-boundary';
const END = `\r\n--${BOUNDARY}--\r\n`;

type Part = { headers: string; content: string | Buffer };

/** A part of a form as it is on the wire; `name` is what the header says, however wrong. */
export const filePart = (name: string, content: string | Buffer, field = 'file'): Part => ({
  headers: `Content-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/html`,
  content,
});
export const fieldPart = (field: string, content: string): Part => ({
  headers: `Content-Disposition: form-data; name="${field}"`,
  content,
});

export const formOf = (parts: Part[], end = END): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ headers, content }, i) => [
      Buffer.from(`${i > 0 ? '\r\n' : ''}--${BOUNDARY}\r\n${headers}\r\n\r\n`),
      Buffer.from(content),
    ]),
    Buffer.from(end),
  ]);

/** Sends bytes to the upload door; what comes back, parsed. */
export async function postForm(person: Person, body: Buffer, headers: OutgoingHttpHeaders = {}) {
  const answer = await rawHttp(person.server, {
    method: 'POST',
    path: '/api/v1/uploads',
    headers: {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': body.length,
      authorization: `Bearer ${person.token}`,
      ...headers,
    },
    body,
  });
  return { ...answer, body: JSON.parse(answer.body) as Record<string, unknown> };
}
