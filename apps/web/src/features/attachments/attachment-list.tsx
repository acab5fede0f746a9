'use client';
import { useAttachmentContent } from '#attachment-content';
import type { OutboxFile } from '@parley/chat-client';
import type { Attachment } from '@parley/shared-types';
import { WithModule } from '@/lib/with-module';
import { roughHeight } from './rough-height';

export type AttachmentListProps = {
  files: readonly Attachment[];
  /** Those of a message that is not stored yet. */
  unsent?: readonly OutboxFile[] | undefined;
};

/**
 * The files of a message. A page fetches what shows them with the first message that has any; until then the server's
 * elements stay as they are, and what is new has a place about as large as it will be.
 */
export const AttachmentList = (props: AttachmentListProps) => (
  <WithModule
    module={useAttachmentContent()}
    meanwhile={<div style={{ height: roughHeight(props.files) }} />}
  >
    {({ AttachmentContent }) => <AttachmentContent {...props} />}
  </WithModule>
);
