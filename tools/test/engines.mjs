import { connect } from 'node:net';
import { say } from '../lib/say.mjs';
import { runJestIn } from './jest.mjs';

/**
 * Where the wire suites run besides SQLite in one process: on one server as one node of several would, with Redis and
 * RabbitMQ, and on the other as the only node. `TEST_*_URL` names other servers than those at the usual local ports.
 */
const POSTGRES = {
  name: 'PostgreSQL',
  url: process.env.TEST_POSTGRES_URL ?? 'postgres://127.0.0.1:5432',
  settings: { TEST_DATABASE: 'postgres' },
};
const MARIADB = {
  name: 'MariaDB',
  url: process.env.TEST_MYSQL_URL ?? 'mysql://127.0.0.1:3306',
  settings: { TEST_DATABASE: 'mysql' },
};
const REDIS = {
  name: 'Redis',
  url: process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379',
  settings: { TEST_REDIS: 'on' },
};
const RABBITMQ = {
  name: 'RabbitMQ',
  url: process.env.TEST_AMQP_URL ?? 'amqp://127.0.0.1:5672',
  settings: { TEST_AMQP: 'on' },
};
const RUNS = [[POSTGRES, REDIS, RABBITMQ], [MARIADB]];

const CONNECT_MS = 2_000;

/** Runs the API's wire suites on each database server that answers, and says which do not. */
export async function runOnEngines() {
  const total = { code: 0, passed: 0, failed: 0 };
  for (const [database, ...beside] of RUNS) {
    if (!(await answers(database))) continue;
    const services = [database];
    for (const service of beside) if (await answers(service)) services.push(service);

    say(`\napps/api with ${services.map(({ name }) => name).join(' and ')}`);
    const settings = Object.assign({}, ...services.map((service) => service.settings));
    const result = await runJestIn('apps/api', settings, ['test/wire']);
    total.code ||= result.code;
    total.passed += result.passed;
    total.failed += result.failed;
  }
  return total;
}

/** Whether something is there to be tested with; if not, says so. */
async function answers({ name, url }) {
  const { hostname, port } = new URL(url);
  const isThere = await accepts(hostname, Number(port));
  if (!isThere) say(`\n${name} does not answer at ${hostname}:${port}: the API is not tested with it`);
  return isThere;
}

function accepts(host, port) {
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
