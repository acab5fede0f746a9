import type { DataSource } from 'typeorm';

/** How a server says how far its log goes, and how a copy of it says whether it has come so far. Neither needs a right. */
type Questions = { position: string; isReached: string };

const POSTGRES: Questions = {
  position: 'SELECT pg_current_wal_flush_lsn()::text AS position',
  isReached: 'SELECT pg_last_wal_replay_lsn() >= ?::pg_lsn AS reached',
};
const MARIADB: Questions = {
  position: 'SELECT @@GLOBAL.gtid_binlog_pos AS position',
  isReached: 'SELECT MASTER_GTID_WAIT(?, 0) = 0 AS reached',
};
const MYSQL: Questions = {
  position: 'SELECT @@GLOBAL.gtid_executed AS position',
  isReached: 'SELECT GTID_SUBSET(?, @@GLOBAL.gtid_executed) AS reached',
};

/** Where the log of a server ends. @throws when it keeps none, so that nothing can follow it */
export async function positionOf(server: DataSource): Promise<string> {
  const [{ position }] = await server.query<[{ position: string }]>((await questionsFor(server)).position);
  if (position === '') throw new Error('The database server keeps no log that a replica could follow');
  return position;
}

/** Whether a replica has what its server had at that position; what is no replica never has. */
export async function hasReached(replica: DataSource, position: string): Promise<boolean> {
  const { isReached } = await questionsFor(replica);
  const [{ reached }] = await replica.query<[{ reached: unknown }]>(isReached, [position]);
  return Boolean(reached);
}

async function questionsFor(source: DataSource): Promise<Questions> {
  if (source.options.type === 'postgres') return POSTGRES;
  const [{ version }] = await source.query<[{ version: string }]>('SELECT VERSION() AS version');
  return version.includes('MariaDB') ? MARIADB : MYSQL;
}
