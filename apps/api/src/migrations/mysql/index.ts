import { Initial1795909563284 } from './1795909563284-Initial.js';
import { Jobs1795933723469 } from './1795933723469-Jobs.js';

/** Oldest first. Written by `npm run migration:generate`. */
export default [Initial1795909563284, Jobs1795933723469];
