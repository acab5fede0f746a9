import path from 'node:path';
import { openDatabase } from '../../src/infra/database/open.js';
import type { ServerEngine } from '../../src/testing/server-database.js';
import { PrivateServer, type More } from '../chaos/private-server.js';

/** A server with a log that can be followed, and how another one becomes a copy of it that follows. */
type Replication = {
  log: More;
  copy: (of: PrivateServer) => More;
  follow: (of: PrivateServer) => string[];
  pause: string;
  resume: string;
};

const REPLICATION: Record<ServerEngine, Replication> = {
  postgres: {
    log: {},
    copy: ({ port }) => ({
      prepare: (program, folder, run) =>
        run(path.join(path.dirname(program), 'pg_basebackup'), [
          ...['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres'],
          ...['-D', folder, '-X', 'stream', '-c', 'fast', '-R', '-N'],
        ]),
    }),
    follow: () => [],
    pause: 'SELECT pg_wal_replay_pause()',
    resume: 'SELECT pg_wal_replay_resume()',
  },
  mysql: {
    log: { args: ['--log-bin', '--server-id=1'] },
    copy: () => ({ args: ['--server-id=2'] }),
    follow: ({ port }) => [
      `CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = ${port}, MASTER_USER = 'root',
       MASTER_USE_GTID = slave_pos, MASTER_CONNECT_RETRY = 1`,
      'START SLAVE',
    ],
    pause: 'STOP SLAVE SQL_THREAD',
    resume: 'START SLAVE SQL_THREAD',
  },
};

/** A private server and one that follows it. */
export class Replicated {
  private constructor(
    private readonly engine: ServerEngine,
    readonly server: PrivateServer,
    readonly replica: PrivateServer,
  ) {}

  static async start(engine: ServerEngine): Promise<Replicated> {
    const { log, copy, follow } = REPLICATION[engine];
    const server = await PrivateServer.start(engine, log);
    const replica = await PrivateServer.start(engine, copy(server));
    const both = new Replicated(engine, server, replica);
    for (const statement of follow(server)) await both.#tell(statement);
    return both;
  }

  /** From now on the replica stays as it is, until it is told to go on. */
  pause(): Promise<void> {
    return this.#tell(REPLICATION[this.engine].pause);
  }

  resume(): Promise<void> {
    return this.#tell(REPLICATION[this.engine].resume);
  }

  async #tell(statement: string): Promise<void> {
    const source = await openDatabase(this.replica.url, [], 'write', 1);
    await source.query(statement).finally(() => source.destroy());
  }
}
