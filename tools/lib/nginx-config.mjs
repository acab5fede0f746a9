import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './root.mjs';

/**
 * Writes deploy/nginx.conf and what it includes into a folder, for this machine's ports. All that nginx writes is
 * in that folder too.
 * @param addresses `listen` for people, `inner` for the web server's own calls; where `nodes` and `web` are
 */
export function writeNginxConfig(folder, { listen, inner, nodes, web }) {
  mkdirSync(folder, { recursive: true });
  write(folder, 'nginx.conf', [
    ['/tmp/', `${folder}/`],
    ['error_log stderr warn;', `error_log ${folder}/error.log warn;`],
    ['access_log /dev/stdout;', 'access_log off;'],
  ]);
  write(folder, 'nginx-parley.conf', [
    ['listen 8080 ', `listen ${listen} `],
    ['listen 127.0.0.1:8081;', `listen ${inner};`],
    ['server api-1:3333 ', `server ${nodes[0]} `],
    ['server api-2:3333 ', `server ${nodes[1]} `],
    ['server web:3000 ', `server ${web} `],
  ]);
}

function write(folder, name, replacements) {
  const text = readFileSync(fromRoot('deploy', name), 'utf8').replace(/^ *#.*\n/gm, '');
  writeFileSync(path.join(folder, name), replaced(text, replacements));
}

/**
 * @throws Error when there is nothing to replace: nginx would keep the addresses of another machine, and nobody
 * would know
 */
export function replaced(text, replacements) {
  return replacements.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`deploy: there is no "${from}" to replace`);
    return before.replaceAll(from, to);
  }, text);
}
