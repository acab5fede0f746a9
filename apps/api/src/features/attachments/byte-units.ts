const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** `25 MB`, as people and file managers count: 1024 of each are one of the next. */
export function inUnits(bytes: number): string {
  const unit = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
  return `${Math.floor((bytes / 1024 ** unit) * 10) / 10} ${UNITS[unit]}`;
}
