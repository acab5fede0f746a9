import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DerivedFile, type DerivedSchema } from './derived-file.js';

const schema: DerivedSchema = { version: 1, statements: ['CREATE TABLE notes (word TEXT)'] };

describe('a file of what can be made again', () => {
  let folder: string;
  const opened: DerivedFile[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'parley-derived-'));
  });
  afterEach(async () => {
    for (const file of opened.splice(0)) await file.close();
    await rm(folder, { recursive: true });
  });

  const open = async (given = schema) => {
    const file = await DerivedFile.open(`sqlite:${path.join(folder, 'parley.db')}`, 'notes', given);
    opened.push(file);
    return file;
  };
  const close = (file: DerivedFile) => {
    opened.splice(opened.indexOf(file), 1);
    return file.close();
  };
  const note = (file: DerivedFile) => file.database.write((tx) => tx.query("INSERT INTO notes VALUES ('a')"));
  const notesIn = (file: DerivedFile) => file.database.reads.query<unknown[]>('SELECT * FROM notes');

  it('keeps what was written', async () => {
    const first = await open();
    await note(first);
    await close(first);

    expect(await notesIn(await open())).toHaveLength(1);
  });

  it('begins empty when what is in it has another form', async () => {
    const first = await open();
    await note(first);
    await close(first);

    const next = await open({ version: 2, statements: ['CREATE TABLE words (word TEXT)'] });
    expect(await next.database.reads.query('SELECT name FROM sqlite_master')).toEqual([{ name: 'words' }]);
  });

  it('begins empty when it cannot be read', async () => {
    await writeFile(path.join(folder, 'parley.notes.db'), 'no database at all'.repeat(100));

    expect(await notesIn(await open())).toHaveLength(0);
  });

  it('begins empty when its tables were made by half', async () => {
    const broken = { version: 1, statements: [...schema.statements, 'CREATE TABLE'] };
    await expect(open(broken)).rejects.toThrow('incomplete');

    expect(await notesIn(await open())).toHaveLength(0);
  });

  it('lives in memory beside a database in memory', async () => {
    const file = await DerivedFile.open('sqlite::memory:', 'notes', schema);
    opened.push(file);
    await note(file);

    expect(await notesIn(file)).toHaveLength(1);
  });
});
