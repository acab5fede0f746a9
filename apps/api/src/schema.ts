import { ENTITIES } from './entities.js';
import type { Schema } from './infra/migrations/migration.js';
import { MIGRATIONS } from './migrations/index.js';

/** The database of this version. */
export const SCHEMA: Schema = { entities: ENTITIES, migrations: MIGRATIONS };
