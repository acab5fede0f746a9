import type { QueryRunner } from 'typeorm';
import { replaced } from './replaced.js';
import type { Server } from './server.js';

/** No commit of this engine succeeds while `during` runs. */
export async function failingCommits(server: Server, during: () => Promise<void>): Promise<void> {
  const runner = Object.getPrototypeOf(server.writer.createQueryRunner()) as QueryRunner;
  await replaced(runner, 'commitTransaction', () => Promise.reject(new Error('the disk is gone')), during);
}
