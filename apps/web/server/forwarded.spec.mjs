import { describe, expect, it } from '@jest/globals';
import { cameByHttps, markOrigin, trusting } from './forwarded.mjs';

const marked = (remoteAddress, headers, proxies = ['loopback']) => {
  const request = { headers: { host: 'chat.test', ...headers }, socket: { remoteAddress } };
  markOrigin(request, trusting(proxies));
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

  it('believes a proxy that is named, by its address or its network', () => {
    for (const proxies of [['198.51.100.7'], ['loopback', '198.51.100.0/24']]) {
      expect(marked('198.51.100.7', CLAIMS, proxies)).toMatchObject({
        'x-forwarded-for': '203.0.113.9, 198.51.100.7',
        'x-forwarded-proto': 'https',
      });
    }
    expect(marked('127.0.0.1', CLAIMS, ['198.51.100.7'])).toMatchObject({ 'x-forwarded-proto': 'http' });
  });

  it('is https when the first proxy says so', () => {
    const by = (proto) => cameByHttps({ headers: marked('127.0.0.1', { 'x-forwarded-proto': proto }) });

    expect([by('https'), by('https, http'), by('http, https'), by('')]).toEqual([true, true, false, false]);
  });
});
