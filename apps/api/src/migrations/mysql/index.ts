import { Initial1795909563284 } from './1795909563284-Initial.js';

/** Oldest first. Written by `npm run migration:generate`. */
export default [Initial1795909563284];
