import { cpus, platform, release, totalmem } from 'node:os';

/** What the figures were taken on. */
export const machine = () => ({
  node: process.version,
  os: `${platform()} ${release()}`,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
});
