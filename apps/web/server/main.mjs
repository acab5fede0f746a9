import { createFrontServer } from './front-server.mjs';
import { listen } from './listen.mjs';
import { preparePages } from './pages.mjs';
import { readSettings } from './settings.mjs';
import { stopOnSignal } from './stop.mjs';

const reason = (error, { port }) =>
  error.code === 'EADDRINUSE' ? `Port ${port} is in use; set WEB_PORT to another one.` : error.message;

const start = async () => {
  const settings = readSettings();
  const dev = process.argv.includes('--dev');
  let listening;
  const pages = new Promise((resolve) => (listening = resolve)).then(() =>
    preparePages({ dev, port: settings.port }),
  );
  const server = createFrontServer({ ...settings, pages, dev });
  stopOnSignal(server, pages);
  try {
    await listen(server, settings);
  } catch (error) {
    throw new Error(reason(error, settings), { cause: error });
  }
  listening();
  await pages;
  process.send?.({ ready: true });
};

start().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
