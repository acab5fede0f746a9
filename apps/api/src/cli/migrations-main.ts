import 'reflect-metadata';
import { migrations } from './migrations.js';

process.exitCode = await migrations(process.argv.slice(2), process.env, {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
