'use client';
import { useChat, useMe, usePeopleSearch, useRooms, useUser } from '@parley/chat-client/react';
import type { Room, User } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAction } from '@/features/conversations/use-action';
import type { MessageDialogProps } from '@/features/messages/message-dialog-props';
import { useArticleRef } from '@/features/messages/use-article-ref';
import { peerOf, roomName } from '@/features/rooms/room-name';
import { onArrowKeys } from '@/ui/arrow-keys';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { SearchField } from '@/ui/search-field';
import { TextField } from '@/ui/text-field';
import { showToast } from '@/ui/toast-store';
import { forwarded } from './forwarded';
import { TargetRow } from './target-row';

type Target = { key: string; name: string; src: string | null; open: () => Promise<string> };

/** Rooms that I may write in, and people whom I have not talked to yet. */
const useTargets = (query: string): Target[] => {
  const chat = useChat();
  const me = useMe();
  const rooms = useRooms().filter((room) => room.me && room.archivedAt === null);
  const { items } = usePeopleSearch(query);
  const wanted = query.trim().toLocaleLowerCase();
  const known = new Set(rooms.map((room) => peerOf(room, me?.id)?.id));
  const ofRoom = (room: Room) => ({
    key: room.id,
    name: `${room.kind === 'channel' ? '#' : ''}${roomName(room, me?.id)}`,
    src: peerOf(room, me?.id)?.avatarUrl ?? room.avatarUrl,
    open: () => Promise.resolve(room.id),
  });
  const ofPerson = (person: User) => ({
    key: person.id,
    name: person.displayName,
    src: person.avatarUrl,
    open: async () => (await chat.openDirect(person.id)).id,
  });
  return [
    ...rooms.map(ofRoom).filter(({ name }) => name.toLocaleLowerCase().includes(wanted)),
    ...(wanted ? items.filter(({ id }) => id !== me?.id && !known.has(id)).map(ofPerson) : []),
  ];
};

/** Passes a message on to rooms and people, as a quote with its author and the way back to it. */
export const ForwardDialog = ({ message, onClose }: MessageDialogProps) => {
  const t = useTranslations('forward');
  const chat = useChat();
  const [query, setQuery] = useState('');
  const [comment, setComment] = useState('');
  const [picked, setPicked] = useState<Target[]>([]);
  const { busy, error, run } = useAction();
  const author = useUser(message.senderId)?.displayName ?? '';
  const targets = useTargets(query);
  const isPicked = ({ key }: Target) => picked.some((each) => each.key === key);
  const toggle = (target: Target) =>
    setPicked(isPicked(target) ? picked.filter(({ key }) => key !== target.key) : [...picked, target]);

  const send = (event: React.FormEvent) => {
    event.preventDefault();
    if (picked.length === 0) return;
    void run(async () => {
      const body = forwarded(message, { author, comment, origin: location.origin });
      const roomIds = await Promise.all(picked.map(({ open }) => open()));
      for (const roomId of roomIds) chat.send(roomId, body);
      showToast({ text: t('done', { count: roomIds.length }) });
      onClose();
    });
  };

  return (
    <Dialog title={t('title')} closeLabel={t('close')} onClose={onClose} opener={useArticleRef(message.id)}>
      <form onSubmit={send} onKeyDown={onArrowKeys} className="flex min-h-0 flex-1 flex-col">
        <SearchField
          data-arrow
          data-autofocus
          label={t('find')}
          placeholder={t('find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (query.trim() && targets[0]) toggle(targets[0]);
          }}
          className="mx-5 mt-2 mb-2"
        />
        <ul aria-label={t('targets')} className="min-h-24 flex-1 overflow-y-auto px-3">
          {targets.map((target) => (
            <TargetRow
              key={target.key}
              id={target.key}
              name={target.name}
              src={target.src}
              picked={isPicked(target)}
              onToggle={() => toggle(target)}
            />
          ))}
          {targets.length === 0 && <li className="px-2 py-6 text-center text-muted">{t('nobody')}</li>}
        </ul>
        <div className="border-t border-line px-5 py-4">
          <TextField
            label={t('comment')}
            value={comment}
            error={error}
            dir="auto"
            onChange={(event) => setComment(event.target.value)}
          />
          <Button className="mt-3 w-full" disabled={busy || picked.length === 0}>
            {t('send', { count: picked.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
