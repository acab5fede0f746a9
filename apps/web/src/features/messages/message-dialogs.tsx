'use client';
import { Suspense } from 'react';
import { onDemand } from '@/lib/on-demand';
import { useMessageActions, useMessageDialog, type MessageDialogKind } from './message-actions';
import type { MessageDialogProps } from './message-dialog-props';

const DIALOGS: Record<MessageDialogKind, React.ComponentType<MessageDialogProps>> = {
  delete: onDemand(() => import('./delete-dialog').then((module) => module.DeleteDialog)),
  forward: onDemand(() => import('@/features/forward/forward-dialog').then((module) => module.ForwardDialog)),
  seenBy: onDemand(() => import('./seen-by-dialog').then((module) => module.SeenByDialog)),
};

/** What is asked about a message before it is done. */
export const MessageDialogs = () => {
  const { closeDialog } = useMessageActions();
  const dialog = useMessageDialog();
  if (!dialog) return null;
  const Shown = DIALOGS[dialog.kind];
  return (
    <Suspense>
      <Shown message={dialog.message} onClose={closeDialog} />
    </Suspense>
  );
};
