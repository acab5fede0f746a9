import type { Engine } from '../config/database-url.js';
import type { MigrationClass } from '../infra/migrations/migration.js';
import mysql from './mysql/index.js';
import postgres from './postgres/index.js';
import sqlite from './sqlite/index.js';

/** How the tables of each engine came to be what the entities say. */
export const MIGRATIONS: Record<Engine, MigrationClass[]> = { sqlite, postgres, mysql };
