import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { atEndOf } from './at-end.js';

const EVERY_MS = 5;

/** What a process has in memory at its most, while it is watched; in bytes. */
export class MemoryWatch {
  readonly #before: number;
  readonly #timer: NodeJS.Timeout;
  #most: number;

  constructor(private readonly pid: number) {
    this.#before = this.#most = residentOf(pid);
    this.#timer = setInterval(() => this.#look(), EVERY_MS);
    atEndOf('test', () => clearInterval(this.#timer));
  }

  /** How much more than at the beginning. */
  stop(): number {
    clearInterval(this.#timer);
    this.#look();
    return this.#most - this.#before;
  }

  #look(): void {
    this.#most = Math.max(this.#most, residentOf(this.pid));
  }
}

function residentOf(pid: number): number {
  const kb =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kb) * 1024;
}
