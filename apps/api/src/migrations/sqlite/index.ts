import { Initial1795909569018 } from './1795909569018-Initial.js';
import { Jobs1795933771982 } from './1795933771982-Jobs.js';

/** Oldest first. Written by `npm run migration:generate`. */
export default [Initial1795909569018, Jobs1795933771982];
