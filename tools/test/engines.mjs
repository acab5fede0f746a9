import { connect } from 'node:net';
import { say } from '../lib/say.mjs';
import { runJestIn } from './jest.mjs';

/**
 * Where the wire suites run besides SQLite in one process. `TEST_*_URL` names other servers than those at the usual
 * local ports.
 */
const ENGINES = [
  {
    engine: 'postgres',
    name: 'PostgreSQL',
    url: process.env.TEST_POSTGRES_URL ?? 'postgres://127.0.0.1:5432',
  },
  { engine: 'mysql', name: 'MariaDB', url: process.env.TEST_MYSQL_URL ?? 'mysql://127.0.0.1:3306' },
];

const CONNECT_MS = 2_000;

/** Runs the API's wire suites on each database server that answers, and says which do not. */
export async function runOnEngines() {
  const total = { code: 0, passed: 0, failed: 0 };
  for (const { engine, name, url } of ENGINES) {
    const { hostname, port } = new URL(url);
    if (!(await answers(hostname, Number(port)))) {
      say(`\n${name} does not answer at ${hostname}:${port}: the API is not tested on it`);
      continue;
    }
    say(`\napps/api on ${name}`);
    const result = await runJestIn('apps/api', { TEST_DATABASE: engine }, ['test/wire']);
    total.code ||= result.code;
    total.passed += result.passed;
    total.failed += result.failed;
  }
  return total;
}

function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: CONNECT_MS });
    const end = (isThere) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
