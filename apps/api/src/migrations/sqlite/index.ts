import { Initial1795909569018 } from './1795909569018-Initial.js';
import { Jobs1795934759228 } from './1795934759228-Jobs.js';

/** Oldest first. Written by `npm run migration:generate`. */
export default [Initial1795909569018, Jobs1795934759228];
