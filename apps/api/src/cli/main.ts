import 'reflect-metadata';
import { parley } from './parley.js';

process.exitCode = await parley(process.argv.slice(2), process.env, {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
