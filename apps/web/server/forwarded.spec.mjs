import { describe, expect, it } from '@jest/globals';
import { markOrigin } from './forwarded.mjs';

const marked = (remoteAddress, headers) => {
  const request = { headers: { host: 'chat.test', ...headers }, socket: { remoteAddress } };
  markOrigin(request);
  return request.headers;
};

const CLAIMS = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-host': 'claimed.test',
  'x-forwarded-proto': 'https',
};

describe('where a request came from', () => {
  it('believes a proxy on this machine, and adds itself', () => {
    expect(marked('::ffff:127.0.0.1', CLAIMS)).toMatchObject({
      'x-forwarded-for': '203.0.113.9, ::ffff:127.0.0.1',
      'x-forwarded-host': 'claimed.test',
      'x-forwarded-proto': 'https',
    });
  });

  it('believes nobody else', () => {
    expect(marked('198.51.100.7', CLAIMS)).toMatchObject({
      'x-forwarded-for': '198.51.100.7',
      'x-forwarded-host': 'chat.test',
      'x-forwarded-proto': 'http',
    });
  });
});
