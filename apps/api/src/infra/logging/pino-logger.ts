import type { LoggerService } from '@nestjs/common';
import { pino, stdSerializers, type Logger } from 'pino';
import type { Env } from '../../config/env.js';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Nest's logger on pino: one JSON object a line on standard output. Never give it bodies, tokens or passwords. */
export class PinoLogger implements LoggerService {
  readonly #pino: Logger;

  constructor(env: Pick<Env, 'LOG_LEVEL'>) {
    this.#pino = pino({
      level: env.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: stdSerializers.err },
    });
  }

  // Nest says of its own start-up what only its developers need.
  log = (message: unknown, ...rest: unknown[]) => this.#write(isNest(rest) ? 'debug' : 'info', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.#write('fatal', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.#write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.#write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.#write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.#write('trace', message, rest);

  #write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const fields = typeof message === 'object' && message !== null ? message : { msg: String(message) };
    const stack = rest.length > 1 ? { stack: rest[0] } : {};
    this.#pino[level]({ context, ...stack, ...fields });
  }
}

const NEST_CONTEXTS = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);
const isNest = (rest: unknown[]) => NEST_CONTEXTS.has(String(rest.at(-1)));
