import { connections } from './connections.mjs';
import { fanOut } from './fan-out.mjs';
import { history } from './history.mjs';
import { pairs } from './pairs.mjs';
import { search } from './search.mjs';

export const workloads = [pairs, fanOut, history, search, connections];

/** How much of each: `quick` says about a minute in all and stands in CI as a report. */
export const SIZES = {
  quick: {
    rounds: 1,
    seconds: 3,
    steps: 2,
    largeRoom: 100_000,
    pages: 1_000,
    sockets: 500,
    searchable: 50_000,
    searches: 50,
  },
  full: {
    rounds: 5,
    seconds: 10,
    steps: 4,
    largeRoom: 1_000_000,
    pages: 2_000,
    sockets: 2_000,
    searchable: 1_000_000,
    searches: 100,
  },
};
