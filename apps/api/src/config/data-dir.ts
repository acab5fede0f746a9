import { accessSync, constants, mkdirSync } from 'node:fs';
import { BadSettings, type Env } from './env.js';

/** Makes the folder of all data, with everything above it. @throws BadSettings when it cannot be written to */
export function makeDataDir({ DATA_DIR }: Pick<Env, 'DATA_DIR'>): void {
  try {
    mkdirSync(DATA_DIR, { recursive: true });
    accessSync(DATA_DIR, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new BadSettings(`DATA_DIR: ${(error as Error).message}`);
  }
}
