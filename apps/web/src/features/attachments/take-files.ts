import { chosenFile, type Chat } from '@parley/chat-client';
import { MAX_ATTACHMENTS_PER_MESSAGE } from '@parley/shared-types';
import { changeDraftFiles, draftFiles, type RefusedFile } from '@/features/composer/draft-files';
import { persistently } from '@/lib/persistently';
import { refusalOf } from './check-file';
import { tellNotKept } from './tell-not-kept';
import { uploadRules } from './upload-rules';

/** Attaches files to the draft of a place, in their order, and begins to upload them; says which cannot be sent. */
export const takeFiles = async (chat: Chat, place: string, chosen: readonly File[]) => {
  const rules = await uploadRules(chat);
  const refusals = await Promise.all(chosen.map((file) => refusalOf(file, rules)));
  const space = MAX_ATTACHMENTS_PER_MESSAGE - draftFiles(place).files.length;
  const accepted = chosen.filter((_, index) => !refusals[index]);
  const taken = accepted.slice(0, space).map((file) => chosenFile(file, file.name));
  const refused = [
    ...refusals.filter((refusal) => refusal !== null),
    ...accepted
      .slice(space)
      .map(({ name }): RefusedFile => ({ name, reason: 'tooMany', limit: MAX_ATTACHMENTS_PER_MESSAGE })),
  ];
  changeDraftFiles(place, ({ files }) => ({ files: [...files, ...taken], refused }));
  tellNotKept(chat, place);

  const uploads = await persistently(() => chat.uploads());
  for (const file of taken) if (draftFiles(place).files.includes(file)) uploads.add(file);
};
