import 'server-only';
import { createApi } from '@parley/chat-client/server';
import { headers } from 'next/headers';
import { cache } from 'react';

// What the API needs in order to know the person, and to judge where a request came from.
const PASSED_ON = [
  'cookie',
  'origin',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
];

/** Where the API is; the front server fills it in before the first page is asked for. */
export const apiUrl = () => process.env.API_URL ?? 'http://127.0.0.1:3333';

/** The headers of the request being answered that the API is to see. */
export const passedOn = async () => {
  const incoming = await headers();
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = incoming.get(name);
      return value ? [[name, value]] : [];
    }),
  );
};

/** The API as the person who asked for this page; one per request. */
export const requestApi = cache(async () => createApi({ baseUrl: apiUrl(), headers: await passedOn() }));

/** The same, for what may sign in or out: `cookies` gathers what the API wants the browser to keep or forget. */
export const cookieApi = async () => {
  const cookies: string[] = [];
  const api = createApi({
    baseUrl: apiUrl(),
    headers: await passedOn(),
    fetch: async (...request) => {
      const reply = await fetch(...request);
      cookies.push(...reply.headers.getSetCookie());
      return reply;
    },
  });
  return { api, cookies };
};
