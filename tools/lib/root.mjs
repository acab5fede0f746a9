import path from 'node:path';

/** The repository's root, wherever the command was called from. */
export const root = path.join(import.meta.dirname, '../..');

export const fromRoot = (...parts) => path.join(root, ...parts);
