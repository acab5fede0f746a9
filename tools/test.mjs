// `npm test`: everything that must hold, from a fresh clone. The last line says how much did.
import { ensureInstalled } from './lib/install.mjs';
import { onStop } from './lib/on-stop.mjs';
import { endRuns } from './lib/run.mjs';
import { command, say, Told } from './lib/say.mjs';
import { steps } from './test/steps.mjs';
import { tally } from './test/tally.mjs';

// What a person set for a running messenger is not for the tests.
for (const name of [
  'NODE_ENV',
  'PORT',
  'WEB_PORT',
  'HOST',
  'PUBLIC_URL',
  'API_URL',
  'DATA_DIR',
  'DATABASE_URL',
  'DATABASE_READ_URL',
  'REDIS_URL',
  'AMQP_URL',
  'MIGRATE',
]) {
  delete process.env[name];
}

async function attempt({ name, needs, run }, results) {
  say(`\n== ${name}`);
  if (needs && results.get(needs)?.code !== 0) return say(`  left out: ${needs} failed`);

  const started = Date.now();
  const result = await run().catch((error) => {
    say(error instanceof Told ? error.message : error.stack);
    return { code: 1 };
  });
  results.set(name, result);
  say(`${result.code === 0 ? 'ok' : 'FAILED'}: ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
}

await command(async () => {
  onStop(() => {
    endRuns();
    process.exit(130);
  });
  await ensureInstalled();

  const results = new Map();
  for (const step of steps) await attempt(step, results);
  const { passed, failed } = tally(results.values());
  const broken = [...results].filter(([, { code }]) => code !== 0).map(([name]) => name);
  say(broken.length > 0 ? `\nFailed: ${broken.join(', ')}` : '');
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
