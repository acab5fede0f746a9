import 'server-only';
import { fetchFile } from '@parley/chat-client/server';
import { MAX_ATTACHMENTS_PER_MESSAGE, type Attachment } from '@parley/shared-types';
import { apiUrl, passedOn } from './request-api';

/** The files of a posted form; a field in which none was chosen holds an empty one without a name. */
export const filesOf = (form: FormData, name: string): File[] =>
  form
    .getAll(name)
    .filter((value) => value instanceof File)
    .filter((file) => file.name !== '' || file.size > 0)
    .slice(0, MAX_ATTACHMENTS_PER_MESSAGE);

/** Uploads files as the person who posted the form, one after the other. Throws what `fetchFile` throws. */
export const uploadFiles = async (files: readonly File[]): Promise<Attachment[]> => {
  const headers = await passedOn();
  const uploaded: Attachment[] = [];
  for (const file of files)
    uploaded.push(await fetchFile({ blob: file, name: file.name }, { baseUrl: apiUrl(), headers }));
  return uploaded;
};
