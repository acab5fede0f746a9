import { Initial1795909563284 } from './1795909563284-Initial.js';
import { Jobs1795934733729 } from './1795934733729-Jobs.js';

/** Oldest first. Written by `npm run migration:generate`. */
export default [Initial1795909563284, Jobs1795934733729];
