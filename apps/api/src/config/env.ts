import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MAX_MESSAGE_LENGTH } from '@parley/shared-types';
import * as z from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const list = z
  .string()
  .transform((value) => value.split(',').map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ''));

const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);

const DURATION_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `30 d`, `12h`, `90s` → milliseconds. */
const duration = z
  .string()
  .regex(/^\d+ ?[smhd]$/, 'use a number and s, m, h or d, such as 30d')
  .transform((value) => Number.parseInt(value, 10) * DURATION_MS[value.at(-1) as keyof typeof DURATION_MS])
  .refine((ms) => ms > 0, 'must be longer than nothing');

const Settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(3333),
  WEB_PORT: port.default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:.+/, 'must begin with sqlite:')
    .optional(),
  SESSION_SECRET: z
    .string()
    .refine((value) => Buffer.byteLength(value) >= 32, 'must have at least 32 bytes')
    .optional(),
  SESSION_TTL: duration.default(30 * DURATION_MS.d),
  AUTH_MODE: z.literal('open', 'only "open" is available').default('open'),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).default([]),
  TRUSTED_PROXIES: list.default(['loopback']),
  MAX_MESSAGE_LENGTH: z.coerce.number().int().min(1).max(100_000).default(MAX_MESSAGE_LENGTH),
});

/** The settings of one process, validated, with every default filled in. Durations in milliseconds. */
export type Env = Omit<z.output<typeof Settings>, 'PUBLIC_URL' | 'DATABASE_URL'> & {
  PUBLIC_URL: string;
  DATABASE_URL: string;
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
    VERSION: version(),
  };
}

function version(): string {
  const manifest = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
