import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MAX_MESSAGE_LENGTH } from '@parley/shared-types';
import proxyaddr from 'proxy-addr';
import * as z from 'zod';
import { amqpAddress } from './amqp-url.js';
import { engineOf, isDatabaseUrl } from './database-url.js';
import { rateLimit } from './rate-limit.js';
import { redisAddress } from './redis-url.js';
import { s3Address } from './s3-address.js';

const port = z.coerce.number().int().min(0).max(65_535);

const list = z
  .string()
  .transform((value) => value.split(',').map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ''));

/** Addresses, ranges, and names such as `loopback`. */
const proxies = list.refine(areProxies, 'must be addresses, ranges or loopback');

const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);

const DURATION_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `30 d`, `12h`, `90s` → milliseconds. */
const duration = z
  .string()
  .regex(/^\d+ ?[smhd]$/, 'use a number and s, m, h or d, such as 30d')
  .transform((value) => Number.parseInt(value, 10) * DURATION_MS[value.at(-1) as keyof typeof DURATION_MS])
  .refine((ms) => ms > 0, 'must be longer than nothing');

const secret = z.string().refine((value) => Buffer.byteLength(value) >= 32, 'must have at least 32 bytes');

const token = z.string().regex(/^[\x21-\x7e]+$/, 'must be letters, digits and signs without spaces');

const bytes = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 40);

const database = z
  .string()
  .refine(
    (url) =>
      /^sqlite:.+/.test(url) || (isDatabaseUrl(url) && URL.canParse(url) && new URL(url).pathname.length > 1),
    'use sqlite:FILE, postgres://USER:PASSWORD@HOST/DATABASE or mysql://USER:PASSWORD@HOST/DATABASE',
  );

const redis = z
  .string()
  .refine(
    (url) => redisAddress(url) !== null,
    'use redis://USER:PASSWORD@HOST:PORT/DATABASE?prefix=NAME, or rediss://',
  );

const amqp = z
  .string()
  .refine(
    (url) => amqpAddress(url) !== null,
    'use amqp://USER:PASSWORD@HOST:PORT/VHOST?prefix=NAME, or amqps://',
  );

const storage = z
  .string()
  .refine(
    (url) => /^file:.+/.test(url) || s3Address(url) !== null,
    'use file:FOLDER or s3://KEY:SECRET@HOST/BUCKET?region=…&endpoint=…',
  );

const AuthMode = z.enum(['open', 'claim', 'password', 'external']);

const Settings = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    PORT: port.default(3333),
    WEB_PORT: port.default(3000),
    HOST: z.string().optional(),
    PUBLIC_URL: origin.optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    DATABASE_URL: database.optional(),
    MIGRATE: z.enum(['auto', 'check']).default('auto'),
    DATABASE_READ_URL: database.optional(),
    DATABASE_READ_LAG: duration.default(5 * DURATION_MS.s),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(1_000).default(10),
    REDIS_URL: redis.optional(),
    AMQP_URL: amqp.optional(),
    SESSION_SECRET: secret.optional(),
    SESSION_TTL: duration.default(30 * DURATION_MS.d),
    SESSION_IDLE_TTL: duration.default(14 * DURATION_MS.d),
    AUTH_MODE: AuthMode.default('open'),
    EXTERNAL_JWT_SECRET: secret.optional(),
    EXTERNAL_JWKS_URL: z.url({ protocol: /^https?$/ }).optional(),
    EXTERNAL_JWT_ISSUER: z.string().optional(),
    EXTERNAL_JWT_AUDIENCE: z.string().optional(),
    ALLOWED_ORIGINS: list.pipe(z.array(origin)).default([]),
    TRUSTED_PROXIES: proxies.default(['loopback']),
    RATE_LIMIT_MESSAGES: rateLimit.prefault('60/10s'),
    RATE_LIMIT_LOGIN: rateLimit.prefault('60/1m'),
    RATE_LIMIT_HTTP: rateLimit.prefault('1200/1m'),
    MAX_MESSAGE_LENGTH: z.coerce.number().int().min(1).max(100_000).default(MAX_MESSAGE_LENGTH),
    STORAGE_URL: storage.optional(),
    STORAGE_REDIRECT: z
      .enum(['on', 'off'])
      .default('off')
      .transform((value) => value === 'on'),
    MAX_IMAGE_BYTES: bytes.default(5 * 1024 ** 2),
    MAX_FILE_BYTES: bytes.default(25 * 1024 ** 2),
    UPLOAD_QUOTA_BYTES: bytes.default(2 * 1024 ** 3),
    METRICS_TOKEN: token.optional(),
  })
  .refine(
    ({ DATABASE_URL = 'sqlite:', DATABASE_READ_URL: replica }) =>
      !replica ||
      !isDatabaseUrl(replica) ||
      (engineOf(replica) !== 'sqlite' && engineOf(replica) === engineOf(DATABASE_URL)),
    { path: ['DATABASE_READ_URL'], error: 'must be a replica of DATABASE_URL, a server of the same kind' },
  )
  .refine(({ REDIS_URL, SESSION_SECRET }) => !REDIS_URL || !redisAddress(REDIS_URL) || SESSION_SECRET, {
    path: ['SESSION_SECRET'],
    error: 'is required with REDIS_URL, the same for all nodes',
  })
  .refine(({ EXTERNAL_JWT_SECRET, EXTERNAL_JWKS_URL }) => !EXTERNAL_JWT_SECRET || !EXTERNAL_JWKS_URL, {
    path: ['EXTERNAL_JWKS_URL'],
    error: 'set this or EXTERNAL_JWT_SECRET, not both',
  })
  .refine(
    ({ AUTH_MODE, EXTERNAL_JWT_SECRET, EXTERNAL_JWKS_URL }) =>
      AUTH_MODE !== 'external' || EXTERNAL_JWT_SECRET || EXTERNAL_JWKS_URL,
    { path: ['AUTH_MODE'], error: 'external needs EXTERNAL_JWT_SECRET or EXTERNAL_JWKS_URL' },
  );

/** The settings of one process, validated, with every default filled in. Durations in milliseconds. */
export type Env = Omit<z.output<typeof Settings>, 'PUBLIC_URL' | 'DATABASE_URL' | 'STORAGE_URL'> & {
  PUBLIC_URL: string;
  DATABASE_URL: string;
  STORAGE_URL: string;
  VERSION: string;
};

/** A setting that cannot be used; the message has one line for each, named. */
export class BadSettings extends Error {}

/** Reads the settings, here and nowhere else. @throws BadSettings */
export function loadEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    throw new BadSettings(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('\n'));
  }

  const env = parsed.data;
  return {
    ...env,
    PUBLIC_URL: env.PUBLIC_URL ?? `http://localhost:${env.WEB_PORT}`,
    DATABASE_URL: env.DATABASE_URL ?? `sqlite:${path.join(env.DATA_DIR, 'parley.db')}`,
    STORAGE_URL: env.STORAGE_URL ?? `file:${path.join(env.DATA_DIR, 'files')}`,
    VERSION: version(),
  };
}

function version(): string {
  const manifest = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

function areProxies(given: string[]): boolean {
  try {
    proxyaddr.compile(given);
    return true;
  } catch {
    return false;
  }
}
