import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeNginxConfig } from './nginx-config.mjs';
import { fromRoot } from './root.mjs';
import { say, Told } from './say.mjs';
import { readiness, spawnServer, stopServer } from './servers.mjs';

/** Two API nodes, the web server, and nginx in front of them. */
export class Cluster {
  #settings;
  #nginxFile;
  #nodes = [];
  #others = [];
  #restarting = Promise.resolve();
  #isStopping = false;
  #folder = mkdtempSync(path.join(tmpdir(), 'parley-nginx-'));
  #fail;
  /** Rejects, with one line, when something ends that cannot be started again. */
  failed = new Promise((_, reject) => (this.#fail = reject));

  constructor(settings, nginxFile) {
    this.#settings = settings;
    this.#nginxFile = nginxFile;
    this.failed.catch(() => {});
  }

  async start() {
    // One after the other: the first makes the tables.
    for (const env of this.#settings.nodes) {
      const node = { env };
      this.#nodes.push(node);
      await this.#startNode(node);
    }
    await this.#startOther('web server', 'apps/web/server/main.mjs', this.#settings.web);
    // As root, nginx works as somebody else, who has to get in.
    chmodSync(this.#folder, 0o755);
    writeNginxConfig(this.#folder, this.#settings.addresses);
    const args = [this.#nginxFile, this.#folder, String(this.#settings.ports.people)];
    await this.#startOther('nginx', 'tools/lib/nginx-server.mjs', {}, args);
  }

  /** Restarts the nodes one after the other; the next only when the last one takes work again. */
  restartNodes() {
    return (this.#restarting = this.#restarting.then(() => this.#restartEach()).catch(this.#fail));
  }

  /** The API tells people that it goes, and they are behind the others: so it goes first. */
  async stop() {
    this.#isStopping = true;
    await Promise.all(this.#nodes.map(({ server }) => server && stopServer(server)));
    for (const server of this.#others) await stopServer(server);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #restartEach() {
    for (const node of this.#nodes) {
      if (this.#isStopping) return;
      node.isMeantToEnd = true;
      await stopServer(node.server);
      await this.#startNode(node);
      say(`The API node on port ${node.env.PORT} was restarted.`);
    }
  }

  async #startNode(node) {
    const name = `API node on port ${node.env.PORT}`;
    const server = this.#spawn(name, 'apps/api/dist/main.js', node.env);
    node.server = server;
    node.isMeantToEnd = false;
    await readiness(server);
    server.ended.then((how) => this.#replace(node, server, how)).catch(this.#fail);
  }

  /** As a supervisor does: that one of two nodes may die is what there are two for. */
  async #replace(node, server, how) {
    if (this.#isStopping || node.isMeantToEnd || node.server !== server) return;
    say(`The ${server.name} stopped by itself (${how}): it is started again.`);
    await this.#startNode(node);
  }

  async #startOther(name, file, env, args) {
    const server = this.#spawn(name, file, env, args);
    this.#others.push(server);
    await readiness(server);
    server.ended.then((how) => this.#fail(new Told(`The ${name} stopped by itself (${how}).`)));
  }

  #spawn(name, file, env, args) {
    if (this.#isStopping) throw new Told('It was told to stop.');
    return spawnServer(name, fromRoot(file), env, args);
  }
}
