'use client';
import { useChat, useMe } from '@parley/chat-client/react';
import { MAX_DISPLAY_NAME_LENGTH } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAction } from '@/features/conversations/use-action';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/text-field';

type DisplayNameDialogProps = { opener: React.RefObject<HTMLElement | null>; onClose: () => void };

export const DisplayNameDialog = ({ opener, onClose }: DisplayNameDialogProps) => {
  const t = useTranslations('account');
  const chat = useChat();
  const me = useMe();
  const [name, setName] = useState(me?.displayName ?? '');
  const { busy, error, run } = useAction();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await chat.updateMe({ displayName: name });
      onClose();
    });
  };
  return (
    <Dialog opener={opener} title={t('changeName')} closeLabel={t('close')} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4 px-5 pt-2 pb-5">
        <TextField
          label={t('displayName')}
          hint={t('displayNameHint', { username: me?.username ?? '' })}
          required
          data-autofocus
          maxLength={MAX_DISPLAY_NAME_LENGTH}
          value={name}
          error={error}
          onChange={(event) => setName(event.target.value)}
        />
        <Button disabled={busy || !name.trim()} className="justify-self-start">
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
};
