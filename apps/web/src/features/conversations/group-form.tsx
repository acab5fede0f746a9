'use client';
import { useChat } from '@parley/chat-client/react';
import { MAX_ROOM_NAME_LENGTH, type User } from '@parley/shared-types';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/text-field';
import { useAction } from './use-action';

type GroupFormProps = { people: User[]; onRemove: (person: User) => void; onOpen: (roomId: string) => void };

/** Names the group of those who were gathered. */
export const GroupForm = ({ people, onRemove, onOpen }: GroupFormProps) => {
  const t = useTranslations('conversation');
  const chat = useChat();
  const [name, setName] = useState('');
  const { busy, error, run } = useAction();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const memberIds = people.map(({ id }) => id);
    void run(async () => onOpen((await chat.createRoom({ kind: 'group', name, memberIds })).id));
  };
  return (
    <form onSubmit={submit} className="grid gap-3 border-t border-line bg-canvas px-5 py-4">
      <ul aria-label={t('picked')} className="flex flex-wrap gap-1.5">
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              aria-label={t('remove', { name: person.displayName })}
              onClick={() => onRemove(person)}
              className="flex h-7 items-center gap-1.5 rounded-full border border-line bg-raised pe-2 ps-3 text-[13px] font-medium hover:bg-hover touch:h-11"
            >
              <bdi>{person.displayName}</bdi>
              <X size={13} strokeWidth={2} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-2.5">
        <TextField
          label={t('groupName')}
          required
          maxLength={MAX_ROOM_NAME_LENGTH}
          value={name}
          error={error}
          onChange={(event) => setName(event.target.value)}
          className="min-w-0 flex-1"
        />
        <Button disabled={busy || !name.trim()} className="h-10">
          {t('createGroup')}
        </Button>
      </div>
    </form>
  );
};
