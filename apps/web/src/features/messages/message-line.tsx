import type { Message } from '@parley/shared-types';
import { useFilesText } from '@/features/attachments/use-files-text';
import { OneLine } from '@/features/text/one-line';

/** A message on one line: what its files are, and what it says. */
export const MessageLine = ({ message: { body, attachments } }: { message: Message }) => {
  const filesText = useFilesText();
  return (
    <>
      {attachments.length > 0 && <span className="italic">{filesText(attachments)}</span>}
      {attachments.length > 0 && body !== '' && ' · '}
      <OneLine body={body} />
    </>
  );
};
