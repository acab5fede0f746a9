// `npm run cluster`: what runs on several machines, on this one: two API nodes, the web, and nginx in front, with the
// databases that are here. `npm run cluster -- restart`, or SIGUSR2, restarts the nodes one after the other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findNginx, HOW_TO_GET_NGINX } from './ensure-nginx.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { Cluster } from './lib/cluster.mjs';
import { clusterSettings } from './lib/cluster-settings.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { onStop } from './lib/on-stop.mjs';
import { checkPort } from './lib/ports.mjs';
import { endRuns } from './lib/run.mjs';
import { command, say, Told } from './lib/say.mjs';
import { checkRabbit, checkRedis, ensureDatabase } from './lib/services.mjs';

const pidFile = ({ dataDir }) => path.join(dataDir, 'cluster.pid');

async function prepare({ ports, databaseUrl, redisUrl, amqpUrl }) {
  for (const port of [ports.people, ports.web, ports.inner]) await checkPort('WEB_PORT', port);
  for (const port of ports.nodes) await checkPort('PORT', port);
  await ensureInstalled();
  await ensureDatabase(databaseUrl);
  await checkRedis(redisUrl);
  await checkRabbit(amqpUrl);
  await ensureBuilt();
}

async function run(settings, cluster) {
  await prepare(settings);
  await cluster.start();
  mkdirSync(settings.dataDir, { recursive: true });
  writeFileSync(pidFile(settings), String(process.pid));
  process.on('SIGUSR2', () => cluster.restartNodes());
  say(`Parley is ready at ${settings.publicUrl}`);
  await cluster.failed;
}

function askForRestart() {
  const pid = Number(readOr(pidFile(clusterSettings()), '0'));
  // A number left behind by a cluster that was killed may be somebody else's by now.
  if (!readOr(`/proc/${pid}/cmdline`, '').includes('cluster.mjs')) throw new Told('No cluster runs here.');
  process.kill(pid, 'SIGUSR2');
  say('Its nodes are restarted one after the other; the cluster says when each is back.');
}

function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fallback;
  }
}

await command(async () => {
  if (process.argv[2] === 'restart') return askForRestart();

  const stopped = new Promise((resolve) => onStop(resolve));
  const nginx = findNginx();
  if (!nginx) throw new Told(HOW_TO_GET_NGINX);
  const settings = clusterSettings();
  const cluster = new Cluster(settings, nginx);
  try {
    await Promise.race([run(settings, cluster), stopped]);
  } finally {
    endRuns();
    await cluster.stop();
    if (readOr(pidFile(settings), '') === String(process.pid)) rmSync(pidFile(settings));
  }
});
