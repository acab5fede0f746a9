import { freePort, startProcess } from './server-process.mjs';

/** A server that this benchmark starts, measures, and may start again where it was. */
export class LocalServer {
  static async start(file, env) {
    const server = new LocalServer();
    server.port = await freePort();
    server.origin = `http://127.0.0.1:${server.port}`;
    server.launch = () => startProcess(file, env, server.port);
    server.process = await server.launch();
    return server;
  }

  cpuSeconds() {
    return this.process.cpuSeconds();
  }

  memory() {
    return this.process.memory();
  }

  async restart() {
    await this.process.stop();
    this.process = await this.launch();
  }

  stop() {
    return this.process.stop();
  }
}
