import { randomUUID } from 'node:crypto';
import type { Attachment, Message } from '@parley/shared-types';
import type { Account } from './account.js';
import type { MadeFile } from './made-files.js';

/** @throws Error with the problem that was answered */
export async function uploads(account: Account, file: MadeFile, alt?: string): Promise<Attachment> {
  const form = new FormData();
  if (alt) form.append('alt', alt);
  form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
  const answer = await fetch(`${account.url}/api/v1/uploads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${account.token}` },
    body: form,
  });
  if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Attachment;
}

type Given = { body?: string; alt?: string; threadRootId?: string };

/** One message with these files, in their order. */
export async function postsFiles(
  account: Account,
  room: { id: string },
  files: readonly MadeFile[],
  { body = '', alt, threadRootId }: Given = {},
): Promise<Message> {
  const attachmentIds: string[] = [];
  for (const file of files) attachmentIds.push((await uploads(account, file, alt)).id);
  return account.calls('postMessage', {
    roomId: room.id,
    clientId: randomUUID(),
    body,
    attachmentIds,
    ...(threadRootId && { threadRootId }),
  });
}
