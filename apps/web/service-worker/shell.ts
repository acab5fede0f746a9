import { fitsThisBuild } from './files.js';

const CACHE = 'shell';
const ADDRESS = '/offline';

/**
 * Keeps the page that starts without a network. It says nothing of anybody; language, theme and spacing are those
 * of the browser's cookies. A server that already runs another build sends one whose scripts are not here: then the
 * one that is kept stays, and comes anew with that build's own worker.
 */
export const keepShell = async () => {
  const answer = await fetch(ADDRESS, { cache: 'no-store' });
  if (!answer.ok || answer.redirected) throw new Error(`${ADDRESS} was answered with ${answer.status}`);
  const fits = fitsThisBuild(await answer.clone().text());
  if (fits) await (await caches.open(CACHE)).put(ADDRESS, answer);
};

export const keptShell = async () => (await caches.open(CACHE)).match(ADDRESS);
