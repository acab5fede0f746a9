import { createServer } from 'node:net';
import { Told } from './say.mjs';

/** @throws Told when one of the ports cannot be had */
export async function checkPorts({ host, port, webPort }) {
  await checkPort('WEB_PORT', webPort, host);
  await checkPort('PORT', port, host);
}

/** @throws Told, naming the setting, when the port cannot be had */
export async function checkPort(name, wanted, host) {
  const fault = (await faultAt(wanted, host)) ?? (host ? undefined : await faultAt(wanted, '127.0.0.1'));
  if (fault) throw new Told(`${explain(fault, wanted, host)} Set ${name} to use another one.`);
}

/** Whether anybody could listen there, on every address. */
export const isPortFree = async (port) => (await faultAt(port)) === undefined;

const faultAt = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });

function explain(code, port, host) {
  if (code === 'EADDRINUSE') return `Port ${port} is already in use.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this account.`;
  return `Port ${port} of ${host} cannot be used (${code}).`;
}
