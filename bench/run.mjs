// The benchmark itself, without a build. `npm run bench -- --help` shows the options.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bare, parley, remote } from './peers/peers.mjs';
import { pinLoad } from './peers/server-process.mjs';
import { machine } from './report/machine.mjs';
import { summarize } from './report/summary.mjs';
import { table } from './report/table.mjs';
import { SIZES, workloads } from './workloads/workloads.mjs';

const HELP = `npm run bench -- [options]
  --quick          about a minute or two, one round
  --only NAME      one workload: ${workloads.map(({ name }) => name).join(', ')} (may be repeated)
  --rounds N       how often each workload runs on each peer
  --url URL        measure one more server, already running, that speaks the contract`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    url: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});

const isWanted = ({ name, isLong }) =>
  options.only ? options.only.includes(name) : !(options.quick && isLong);

async function measure(workload, peer, size) {
  const server = await peer.start();
  try {
    return await workload.measure(server, size);
  } finally {
    await server.stop();
  }
}

/** Peers take turns within each round, so that a machine that slows down slows all of them. */
async function bench() {
  const size = options.quick ? SIZES.quick : SIZES.full;
  const rounds = Number(options.rounds ?? size.rounds);
  const pinned = pinLoad();
  console.log(pinned ? 'Servers on core 0, the load on core 1.' : 'The cores are not pinned.');

  const rows = [];
  const raw = {};
  for (const workload of workloads.filter(isWanted)) {
    const peers = [parley, ...(workload.storedOnly ? [] : [bare]), ...options.url.map(remote)];
    raw[workload.name] = [];
    for (let round = 0; round < rounds; round++) {
      const results = {};
      for (const peer of peers) results[peer.name] = await measure(workload, peer, size);
      raw[workload.name].push(results);
    }
    const summary = summarize(workload, raw[workload.name]);
    console.log(`\n${table(workload.title, summary)}`);
    rows.push(...summary);
  }
  save({ takenAt: new Date().toISOString(), machine: machine(), pinned, size, rounds, rows, raw });
}

function save(result) {
  const folder = path.join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${result.takenAt.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\nWritten to ${path.relative(process.cwd(), file)}`);
}

const unknown = (options.only ?? []).filter((wanted) => workloads.every(({ name }) => name !== wanted));
if (unknown.length > 0) {
  console.error(`There is no workload ${unknown.join(', ')}.\n${HELP}`);
  process.exitCode = 1;
} else if (options.help) console.log(HELP);
else await bench();
