import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Attachment, Problem } from '@parley/shared-types';
import sharp from 'sharp';
import { exactly } from './exactly.js';
import type { Person } from './person.js';
import { Refusal } from './refusal.js';
import type { Answer } from './rest.js';
import type { Server } from './server.js';

export type Upload = { name: string; content: string | Buffer; type?: string; alt?: string };

/** A picture of one colour. */
export const picture = ({ width = 40, height = 30, background = 'teal' } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

/** Sends a file as a page does, the answer as it comes. */
export async function postFile(base: string, token: string | undefined, upload: Upload): Promise<Answer> {
  const form = new FormData();
  if (upload.alt !== undefined) form.append('alt', upload.alt);
  const content = new Uint8Array(Buffer.from(upload.content));
  form.append('file', new File([content], upload.name, { type: upload.type ?? '' }));
  const response = await fetch(`${base}/api/v1/uploads`, {
    method: 'POST',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    body: form,
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

type Uploader = Pick<Person, 'server' | 'token'>;

/** What this person uploads. @throws Refusal */
export async function uploads(person: Uploader, upload: Upload): Promise<Attachment> {
  const { status, body } = await postFile(person.server.url, person.token, upload);
  if (status !== 201) {
    const problem = exactly(Problem, body, 'the problem of an upload');
    throw new Refusal(problem.code, problem);
  }
  return exactly(Attachment, body, 'an upload');
}

export const uploadsText = (person: Person, name = 'notes.txt', content = 'some notes') =>
  uploads(person, { name, content });

/** `0.txt`, `1.txt` and so on, one after the other: nobody may upload as many as they like at once. */
export async function uploadsTexts(person: Person, count: number): Promise<Attachment[]> {
  const files: Attachment[] = [];
  for (let i = 0; i < count; i++) files.push(await uploadsText(person, `${i}.txt`));
  return files;
}

export const uploadsPicture = async (person: Uploader, name = 'sunset.png') =>
  uploads(person, { name, content: await picture() });

/** The status of asking for a file, or for its small picture. */
export async function statusOf(person: Person, address: string): Promise<number> {
  const response = await fetch(person.server.url + address, {
    headers: { authorization: `Bearer ${person.token}` },
  });
  await response.body?.cancel();
  return response.status;
}

/** What the server's folder of files holds: file names without their folders. */
export async function storedIn(server: Pick<Server, 'dataDir'>): Promise<string[]> {
  return filesIn(path.join(server.dataDir, 'files'));
}

export async function filesIn(folder: string): Promise<string[]> {
  // It is made with the first file.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** What uploads that have ended left in the folders for those under way. */
export async function leftOf(server: Pick<Server, 'dataDir'>): Promise<string[]> {
  const folders = ['uploads-in-progress', path.join('files', 'unfinished')];
  const left = await Promise.all(
    folders.map((folder) => readdir(path.join(server.dataDir, folder)).catch(() => [])),
  );
  return left.flat();
}
