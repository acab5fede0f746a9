'use client';
import { useThreadPanel } from '#thread-panel';
import { WithModule } from '@/lib/with-module';
import type { ThreadPanelProps } from './thread-panel';

/** The thread beside a room. To be rendered with its id as key. */
export const OpenThread = (props: ThreadPanelProps) => (
  <WithModule className="contents" module={useThreadPanel()}>
    {({ ThreadPanel }) => <ThreadPanel {...props} />}
  </WithModule>
);
