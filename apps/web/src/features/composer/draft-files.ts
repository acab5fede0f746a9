import type { OutboxFile } from '@parley/chat-client';
import { useSyncExternalStore } from 'react';

/** Why a file was not taken, or not kept: a text of the catalogue, and what it speaks of. */
export type RefusedFile = {
  name: string;
  reason:
    | 'imageTooLarge'
    | 'fileTooLarge'
    | 'program'
    | 'tooMany'
    | 'unreadable'
    | 'notAccepted'
    | 'storageFull'
    | 'notKept';
  /** In bytes, or in files. */
  limit?: number | undefined;
};

/** What was chosen for a message that is not sent yet, in order. Lives as long as the page. */
export type DraftFiles = { readonly files: readonly OutboxFile[]; readonly refused: readonly RefusedFile[] };

const NONE: DraftFiles = { files: [], refused: [] };
const drafts = new Map<string, DraftFiles>();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** `place` is one of `draftPlace`. */
export const draftFiles = (place: string) => drafts.get(place) ?? NONE;

export const changeDraftFiles = (place: string, change: (draft: DraftFiles) => Partial<DraftFiles>) => {
  const draft = draftFiles(place);
  drafts.set(place, { ...draft, ...change(draft) });
  for (const listener of listeners) listener();
};

/** They are a message's now. */
export const forgetDraftFiles = (place: string) => changeDraftFiles(place, () => NONE);

export const useDraftFiles = (place: string) =>
  useSyncExternalStore(
    subscribe,
    () => draftFiles(place),
    () => NONE,
  );
