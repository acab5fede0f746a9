import sqlite3 from 'sqlite3';
import type { Message } from '@parley/shared-types';
import { callRoute } from '../rest.js';
import type { Place } from './node.js';

/** A message as the checker compares it. */
export type Stored = Pick<Message, 'id' | 'roomId' | 'seq' | 'version' | 'clientId' | 'senderId' | 'body'>;

const PAGE = 200;

/** Every message of a room, page by page over REST, in the order in which the server gives them. */
export async function messagesOverRest(node: Place, token: string, roomId: string): Promise<Stored[]> {
  const messages: Message[] = [];
  for (let after = 0; ; after = messages.at(-1)!.seq) {
    const page = await callRoute(node.url, token, 'messages', { roomId, after, limit: PAGE });
    messages.push(...page.items);
    if (!page.hasAfter) return messages;
  }
}

/** Every message in the database file, by room and seq, whatever the server says of it. */
export function messagesInFile(file: string): Promise<Stored[]> {
  return queryFile<Stored>(
    file,
    `SELECT id, room_id AS roomId, seq, version, client_id AS clientId, sender_id AS senderId, body
     FROM messages ORDER BY room_id, seq`,
  );
}

/** What SQLite itself finds wrong with a file, and rows that contradict each other. */
export async function faultsOfFile(file: string): Promise<string[]> {
  const integrity = await queryFile<{ integrity_check: string }>(file, 'PRAGMA integrity_check');
  const orphans = await queryFile<{ table: string }>(file, 'PRAGMA foreign_key_check');
  const miscounted = await queryFile<{ id: string }>(
    file,
    `SELECT id FROM rooms WHERE last_seq <> (SELECT COUNT(*) FROM messages WHERE room_id = rooms.id)
       OR member_count <> (SELECT COUNT(*) FROM members WHERE room_id = rooms.id)`,
  );
  const ahead = await queryFile<{ user_id: string }>(
    file,
    `SELECT user_id FROM members JOIN rooms ON rooms.id = members.room_id
     WHERE read_seq > last_seq OR delivered_seq < read_seq`,
  );
  return [
    ...integrity.map((row) => row.integrity_check).filter((verdict) => verdict !== 'ok'),
    ...orphans.map((row) => `a row of ${row.table} without what it refers to`),
    ...miscounted.map((row) => `room ${row.id} miscounts its messages or members`),
    ...ahead.map((row) => `a pointer of ${row.user_id} is ahead of its room`),
  ];
}

/** Reads a database file on a connection of its own, beside the server or without one. */
export function queryFile<Row>(file: string, sql: string): Promise<Row[]> {
  return run(file, sql, sqlite3.OPEN_READONLY);
}

/** Changes a database file behind the back of a server that does not run. */
export async function changeFile(file: string, sql: string): Promise<void> {
  await run(file, sql, sqlite3.OPEN_READWRITE);
}

function run<Row>(file: string, sql: string, mode: number): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(file, mode);
    database.all<Row>(sql, (error, rows) => {
      // Closing moves what was written into the file itself.
      database.close(() => (error ? reject(error) : resolve(rows)));
    });
  });
}
