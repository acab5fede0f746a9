import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { fromRoot, root } from './root.mjs';
import { Told } from './say.mjs';

const EVERY_ADDRESS = ['0.0.0.0', '::'];

/**
 * What both servers need to know of each other, from the environment and, beneath it, `.env`. The API checks
 * all other settings itself.
 * @throws Told when a port is no port
 */
export function loadSettings() {
  if (existsSync(fromRoot('.env'))) process.loadEnvFile(fromRoot('.env'));

  const host = process.env.HOST || undefined;
  const port = portFrom('PORT', 3333);
  const webPort = portFrom('WEB_PORT', 3000);
  if (port === webPort) throw new Told(`PORT and WEB_PORT are both ${port}: they must differ.`);

  const near = (fallback) => (host && !EVERY_ADDRESS.includes(host) ? inUrl(host) : fallback);
  return {
    host,
    port,
    webPort,
    publicUrl: process.env.PUBLIC_URL || `http://${near('localhost')}:${webPort}`,
    apiUrl: process.env.API_URL || `http://${near('127.0.0.1')}:${port}`,
    dataDir: path.resolve(root, process.env.DATA_DIR || 'data'),
  };
}

/** The settings as both servers read them. */
export const envOf = ({ port, webPort, publicUrl, apiUrl, dataDir }) => ({
  PORT: String(port),
  WEB_PORT: String(webPort),
  PUBLIC_URL: publicUrl,
  API_URL: apiUrl,
  DATA_DIR: dataDir,
});

function portFrom(name, fallback) {
  const given = process.env[name] || String(fallback);
  if (/^\d{1,5}$/.test(given) && Number(given) > 0 && Number(given) <= 65_535) return Number(given);
  throw new Told(`${name}: must be a whole number from 1 to 65535, not "${given}".`);
}

const inUrl = (host) => (isIP(host) === 6 ? `[${host}]` : host);
