import { PostgresSearchIndex } from './postgres-search-index.js';
import { serverSearchIndexContract } from './server-search-index.contract.js';

await serverSearchIndexContract('postgres', (database) => PostgresSearchIndex.open(database));
