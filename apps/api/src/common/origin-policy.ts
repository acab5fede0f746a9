import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import proxyaddr from 'proxy-addr';
import { ENV } from '../config/config.module.js';
import type { Env } from '../config/env.js';

/**
 * Which pages may write and connect with a visitor's cookie: those of the address under which the request came
 * in, of `PUBLIC_URL`, and of `ALLOWED_ORIGINS`. A request without an Origin comes from no page.
 */
@Injectable()
export class OriginPolicy {
  readonly #listed: Set<string>;
  readonly #isTrustedProxy: (address: string, hop: number) => boolean;

  constructor(@Inject(ENV) env: Env) {
    this.#listed = new Set([env.PUBLIC_URL, ...env.ALLOWED_ORIGINS]);
    this.#isTrustedProxy = proxyaddr.compile(env.TRUSTED_PROXIES);
  }

  allows(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    return origin === undefined || this.#listed.has(origin) || origin === this.addressOf(request);
  }

  /** The client's own address, behind as many proxies as are trusted. */
  clientOf(request: IncomingMessage): string {
    return withoutPrefix(proxyaddr(request, this.#isTrustedProxy));
  }

  /** The origin under which the client reached this server; forwarded headers count from trusted proxies only. */
  addressOf(request: IncomingMessage): string {
    const { headers, socket } = request;
    const forwarded = this.#isTrustedProxy(socket.remoteAddress ?? '', 0);
    const first = (name: string) =>
      forwarded
        ? String(headers[name] ?? '')
            .split(',')[0]!
            .trim()
        : '';
    const protocol = first('x-forwarded-proto') || 'http';
    return `${protocol}://${first('x-forwarded-host') || headers.host}`;
  }
}

/** An IPv4 client of a server that listens on IPv6 too: `::ffff:192.0.2.1`, and nobody writes it so. */
const withoutPrefix = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
