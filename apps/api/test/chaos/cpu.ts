import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The length of a tick of Linux's clock for processes. */
const TICK_MS = 10;

/** How long a process has worked since its start, in milliseconds; only to the second where the system is not Linux. */
export function cpuMsOf(pid: number): number {
  if (process.platform !== 'linux') {
    return Number(execFileSync('ps', ['-o', 'cputimes=', '-p', String(pid)], { encoding: 'utf8' })) * 1_000;
  }
  // Behind the name, which may hold anything but a closing parenthesis at its end: the 14th and 15th field of all.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
