import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { atEndOf } from './at-end.js';
import { newFolder } from './node.js';

const mount = (...args: string[]) => spawnSync('mount', args, { encoding: 'utf8' });
const unmount = (folder: string) => spawnSync('umount', ['--lazy', folder]);

/** A disk of its own in memory, of which something else can take all that is left. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Whether this process may mount. If not it says so, as what needs it is then skipped. */
  static async isPossible(): Promise<boolean> {
    const folder = await newFolder('file');
    const { status } = mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder);
    if (status === 0) unmount(folder);
    else process.stderr.write('This user may not mount a small disk: a full one is not tested\n');
    return status === 0;
  }

  static async of(megabytes: number): Promise<SmallDisk> {
    const folder = await newFolder();
    const { status, stderr } = mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'tmpfs', folder);
    if (status !== 0) throw new Error(stderr);
    atEndOf('test', () => unmount(folder));
    return new SmallDisk(folder);
  }

  /** Something else takes all that is left. */
  fill(): void {
    spawnSync('dd', ['if=/dev/zero', `of=${this.#filler}`, 'bs=4096']);
  }

  free(): Promise<void> {
    return rm(this.#filler);
  }

  get #filler(): string {
    return path.join(this.folder, 'filler');
  }
}
