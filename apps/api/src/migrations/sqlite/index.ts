import { Initial1795909569018 } from './1795909569018-Initial.js';

/** Oldest first. Written by `npm run migration:generate`. */
export default [Initial1795909569018];
