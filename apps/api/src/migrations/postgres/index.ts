import { Initial1795909552497 } from './1795909552497-Initial.js';
import { Jobs1795933700849 } from './1795933700849-Jobs.js';

/** Oldest first. Written by `npm run migration:generate`. */
export default [Initial1795909552497, Jobs1795933700849];
