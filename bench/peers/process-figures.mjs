import { readdirSync, readFileSync } from 'node:fs';

/**
 * CPU seconds that all threads of a process have used: the scheduler's own count, in nanoseconds. NaN where
 * there is no /proc.
 */
export function cpuSeconds(pid) {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const ns = tasks.map((task) =>
      Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]),
    );
    return ns.reduce((sum, one) => sum + one, 0) / 1e9;
  } catch {
    return NaN;
  }
}
