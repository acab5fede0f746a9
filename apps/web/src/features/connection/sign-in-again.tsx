'use client';
import { useTranslations } from 'next-intl';
import { useState, type SubmitEvent } from 'react';
import { Dialog as Radix } from 'radix-ui';
import { useFailureText } from './use-failure-text';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/text-field';

type SignInAgainProps = { username: string; onSignIn: (username: string) => Promise<void> };

export const SignInAgain = ({ username, onSignIn }: SignInAgainProps) => {
  const t = useTranslations('sessionEnded');
  const failureText = useFailureText();
  const [name, setName] = useState(username);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    await onSignIn(name.trim()).catch((failure: unknown) => setError(failureText(failure)));
    setBusy(false);
  };

  return (
    <Radix.Root open>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content className="fixed inset-x-3 top-[18dvh] z-50 mx-auto max-w-[400px] animate-rise rounded-xl border border-line bg-raised p-6 shadow-pop outline-none">
          <Radix.Title className="font-display text-xl font-[650] tracking-[-.01em]">
            {t('title')}
          </Radix.Title>
          <Radix.Description className="mt-1 text-muted">{t('text')}</Radix.Description>
          <form onSubmit={submit} className="mt-5 grid gap-4">
            <TextField
              label={t('username')}
              value={name}
              error={error}
              required
              onChange={(e) => setName(e.target.value)}
            />
            <Button disabled={busy}>{t('continue')}</Button>
          </form>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
