import { Initial1795909552497 } from './1795909552497-Initial.js';

/** Oldest first. Written by `npm run migration:generate`. */
export default [Initial1795909552497];
