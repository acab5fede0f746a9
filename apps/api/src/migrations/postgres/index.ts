import { Initial1795909552497 } from './1795909552497-Initial.js';
import { Jobs1795934701148 } from './1795934701148-Jobs.js';

/** Oldest first. Written by `npm run migration:generate`. */
export default [Initial1795909552497, Jobs1795934701148];
