import type { IncomingMessage } from 'node:http';
import { loadEnv } from '../config/env.js';
import { OriginPolicy } from './origin-policy.js';

const policy = new OriginPolicy(loadEnv({ TRUSTED_PROXIES: 'loopback' }));

const clientOf = (remoteAddress: string, forwarded?: string) =>
  policy.clientOf({
    headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) },
    socket: { remoteAddress },
  } as unknown as IncomingMessage);

describe('the address of a client', () => {
  it('is what a trusted proxy says, and nobody else', () => {
    expect(clientOf('127.0.0.1', '203.0.113.9')).toBe('203.0.113.9');
    expect(clientOf('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7');
    expect(clientOf('127.0.0.1', '203.0.113.9, 198.51.100.7')).toBe('198.51.100.7');
  });

  it('is written as people write it', () => {
    expect(clientOf('::ffff:198.51.100.7')).toBe('198.51.100.7');
    expect(clientOf('2001:db8::7')).toBe('2001:db8::7');
  });
});
