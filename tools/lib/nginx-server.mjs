// nginx as one more of our servers: says when it listens, ends on SIGTERM, and with the process that started it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

const [file, folder, port] = process.argv.slice(2);

// In a group of its own: a Ctrl-C is for the servers behind it, and whoever talks to them gets their last words.
const nginx = spawn(file, ['-e', 'stderr', '-p', folder, '-c', `${folder}/nginx.conf`, '-g', 'daemon off;'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
});
nginx.once('exit', (code) => process.exit(code ?? 1));

const stop = () => nginx.kill('SIGTERM');
process.on('SIGTERM', stop);
process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});

while (!(await accepts())) await after(50);
process.send?.({ ready: true });

async function accepts() {
  const socket = connect(Number(port), '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
