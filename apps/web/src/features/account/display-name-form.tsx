'use client';
import { useChat, useMe } from '@parley/chat-client/react';
import { MAX_DISPLAY_NAME_LENGTH } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAction } from '@/features/conversations/use-action';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/text-field';
import { useIsExternal } from './use-is-external';

/** What others call me, unless another system says that. */
export const DisplayNameForm = () => {
  const t = useTranslations('account');
  const chat = useChat();
  const me = useMe();
  const [name, setName] = useState(me?.displayName ?? '');
  const { busy, error, run } = useAction();
  const isExternal = useIsExternal();
  const changed = name.trim() !== '' && name !== me?.displayName;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    void run(() => chat.updateMe({ displayName: name }));
  };
  if (isExternal) return <p className="text-muted">{t('external')}</p>;
  return (
    <form onSubmit={submit} className="flex items-start gap-2.5">
      <TextField
        label={t('displayName')}
        hint={t('displayNameHint', { username: me?.username ?? '' })}
        required
        data-autofocus
        maxLength={MAX_DISPLAY_NAME_LENGTH}
        value={name}
        error={error}
        onChange={(event) => setName(event.target.value)}
        className="min-w-0 flex-1"
      />
      <Button look="quiet" disabled={busy || !changed} className="mt-[28px] h-10">
        {t('save')}
      </Button>
    </form>
  );
};
