import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { loadEnv } from '../config/env.js';
import { SCHEMA } from '../schema.js';
import { migrate } from '../infra/migrations/migrate.js';

/** Every service of the API on a database in memory, or where the settings say, without a door: for tests of rules. Close it afterwards. */
export async function rulesApp(settings: Record<string, string> = {}): Promise<INestApplicationContext> {
  const env = loadEnv({
    DATABASE_URL: 'sqlite::memory:',
    SESSION_SECRET: 'only for tests, but long enough for it',
    LOG_LEVEL: 'fatal',
    ...settings,
  });
  await migrate(env.DATABASE_URL, SCHEMA);
  return NestFactory.createApplicationContext(AppModule.forRoot(env), { logger: false, abortOnError: false });
}
