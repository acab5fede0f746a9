'use client';
import { useChat } from '@parley/chat-client/react';
import { MAX_ROOM_NAME_LENGTH, MAX_TOPIC_LENGTH } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/text-field';
import { useAction } from './use-action';

/** Makes a room that everyone may find and join. */
export const CreateChannel = ({ onOpen }: { onOpen: (roomId: string) => void }) => {
  const t = useTranslations('conversation');
  const chat = useChat();
  const [name, setName] = useState('');
  const [topic, setTopic] = useState('');
  const { busy, error, run } = useAction();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const about = topic.trim() ? { topic } : {};
    void run(async () => onOpen((await chat.createRoom({ kind: 'channel', name, ...about })).id));
  };
  return (
    <form onSubmit={submit} className="grid content-start gap-4 overflow-y-auto px-5 pt-1 pb-5">
      <p className="text-[13.5px] leading-5 text-muted">{t('channelHint')}</p>
      <TextField
        required
        label={t('channelName')}
        maxLength={MAX_ROOM_NAME_LENGTH}
        value={name}
        error={error}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('channelTopic')}
        maxLength={MAX_TOPIC_LENGTH}
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
      />
      <Button disabled={busy || !name.trim()} className="justify-self-start">
        {t('createChannel')}
      </Button>
    </form>
  );
};
