import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { commands, type Ack, type CommandName } from '@parley/shared-types';
import { v7 as uuidv7 } from 'uuid';
import { AppError, invalid, unavailable } from '../../common/app-error.js';
import type { Caller } from '../../common/caller.js';
import { parse } from '../../common/parse.js';
import { refusalOfFault } from '../database/faults.js';
import { RateLimits } from '../rate-limit/rate-limits.js';
import { COMMAND } from './command.js';
import type { ParleySocket } from './socket.js';

type Handler = (caller: Caller, payload: unknown) => unknown;
type Reply = (ack: Ack<unknown>) => void;

/**
 * Brings each packet of a socket to the method that serves it and its outcome back as the ack: one listener per
 * socket, one validation, no input left unanswered.
 */
@Injectable()
export class CommandRouter implements OnApplicationBootstrap {
  readonly #log = new Logger(CommandRouter.name);
  readonly #handlers = new Map<string, Handler>();
  #running = 0;
  #closed = false;
  #onQuiet: (() => void) | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly limits: RateLimits,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const key of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = (instance as Record<string, unknown>)[key];
        const name =
          typeof method === 'function' && (Reflect.getMetadata(COMMAND, method) as string | undefined);
        if (name) this.#handlers.set(name, (method as Handler).bind(instance));
      }
    }
    const missing = Object.keys(commands).filter((name) => !this.#handlers.has(name));
    if (missing.length > 0) throw new Error(`No handler for ${missing.join(', ')}`);
  }

  serve(socket: ParleySocket): void {
    socket.onAny((event: string, ...args: unknown[]) => {
      const last = args.at(-1);
      const reply = typeof last === 'function' ? (last as Reply) : undefined;
      void this.#run(socket, event, reply === args[0] ? undefined : args[0], reply);
    });
  }

  /** Refuses what comes from now on and settles when every command under way is answered. */
  close(): Promise<void> {
    this.#closed = true;
    return new Promise((resolve) => {
      this.#onQuiet = resolve;
      if (this.#running === 0) resolve();
    });
  }

  async #run(socket: ParleySocket, event: string, payload: unknown, reply?: Reply): Promise<void> {
    this.#running++;
    try {
      // Outside of the call: `reply?.(…)` would not even ask when there is nobody to answer.
      const data = await this.#dispatch(socket, event, payload);
      reply?.({ ok: true, data });
    } catch (error) {
      reply?.({ ok: false, error: this.#describe(error, event) });
    } finally {
      if (--this.#running === 0) this.#onQuiet?.();
    }
  }

  /** Nothing of a packet is looked at before it is paid for. */
  #dispatch(socket: ParleySocket, event: string, payload: unknown): unknown {
    const paid = this.limits.command(event, socket.data.caller.userId);
    return paid ? paid.then(() => this.#serve(socket, event, payload)) : this.#serve(socket, event, payload);
  }

  #serve(socket: ParleySocket, event: string, payload: unknown): unknown {
    const handler = this.#handlers.get(event);
    if (!handler) throw invalid('', `There is no command "${String(event).slice(0, 40)}"`);
    if (this.#closed) throw unavailable();
    const input = parse(commands[event as CommandName].payload, payload);

    const { ready, caller } = socket.data;
    return ready ? ready.then(() => handler(caller, input)) : handler(caller, input);
  }

  #describe(thrown: unknown, event: string) {
    const requestId = uuidv7();
    const error = refusalOfFault(thrown) ?? thrown;
    if (error instanceof AppError) {
      const { code, message, details } = error;
      if (details.cause) this.#log.warn({ requestId, event, code, error: details.cause });
      return {
        code,
        message,
        ...(details.errors && { errors: details.errors }),
        ...(details.retryAfterMs && { retryAfterMs: details.retryAfterMs }),
        requestId,
      };
    }
    this.#log.error({ requestId, event, error });
    return { code: 'internal' as const, message: 'Something went wrong on the server.', requestId };
  }
}
