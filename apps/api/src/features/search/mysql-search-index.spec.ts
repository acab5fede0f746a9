import { MysqlSearchIndex } from './mysql-search-index.js';
import { serverSearchIndexContract } from './server-search-index.contract.js';

await serverSearchIndexContract('mysql', (database) => MysqlSearchIndex.open(database));
