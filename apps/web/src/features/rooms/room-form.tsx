'use client';
import { useChat } from '@parley/chat-client/react';
import { MAX_ROOM_NAME_LENGTH, MAX_TOPIC_LENGTH, type Room } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAction } from '@/features/conversations/use-action';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/text-field';

/** What a room is called and about, for those who may change it. */
export const RoomForm = ({ room }: { room: Room }) => {
  const t = useTranslations('roomDetails');
  const chat = useChat();
  const { busy, error, run } = useAction();
  const [name, setName] = useState(room.name ?? '');
  const [topic, setTopic] = useState(room.topic ?? '');
  const [isSaved, setSaved] = useState(false);
  const isSame = name.trim() === (room.name ?? '') && topic.trim() === (room.topic ?? '');

  const save = (event: React.FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await chat.updateRoom(room.id, { name, topic });
      setSaved(true);
    });
  };
  return (
    <form onSubmit={save} className="grid gap-4">
      <TextField
        required
        data-autofocus
        label={t('name')}
        maxLength={MAX_ROOM_NAME_LENGTH}
        value={name}
        error={error}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('topic')}
        maxLength={MAX_TOPIC_LENGTH}
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
      />
      <div className="flex items-center gap-3">
        <Button disabled={busy || isSame || !name.trim()}>{t('save')}</Button>
        <p role="status" className="text-[13.5px] text-muted">
          {isSaved && isSame ? t('saved') : ''}
        </p>
      </div>
    </form>
  );
};
