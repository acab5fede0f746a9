'use client';
import { useChat } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useState } from 'react';
import { NewCodes } from '@/features/auth/new-codes';
import { SignInForm } from '@/features/auth/sign-in-form';

type SignInAgainProps = { username: string; onDone: (userId: string) => void };

type SignedIn = { userId: string; codes: string[] };

/** Whether one signs in from another product here, where there is nothing to type. */
const useIsElsewhere = () => {
  const { api } = useChat();
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    api.call('signInRules').then(
      ({ mode }) => setElsewhere(mode === 'external'),
      () => undefined,
    );
  }, [api]);
  return isElsewhere;
};

/** Stays until somebody is signed in, and has seen the codes that came of it. */
export const SignInAgain = ({ username, onDone }: SignInAgainProps) => {
  const t = useTranslations('sessionEnded');
  const login = useTranslations('login');
  const isElsewhere = useIsElsewhere();
  const [signedIn, setSignedIn] = useState<SignedIn | null>(null);
  const done = ({ userId, codes }: SignedIn) =>
    codes.length > 0 ? setSignedIn({ userId, codes }) : onDone(userId);
  return (
    <Radix.Root open>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content className="fixed inset-x-3 top-[max(12px,14dvh)] z-50 mx-auto max-h-[80dvh] max-w-[400px] animate-rise overflow-y-auto rounded-xl border border-line bg-raised p-6 shadow-pop outline-none">
          <Radix.Title className="font-display text-xl font-[650] tracking-[-.01em]">
            {t(signedIn ? 'codes' : 'title')}
          </Radix.Title>
          <Radix.Description className="mt-1 text-muted">
            {isElsewhere ? login('text.external') : t(signedIn ? 'codesText' : 'text')}
          </Radix.Description>
          {signedIn && <NewCodes codes={signedIn.codes} onDone={() => onDone(signedIn.userId)} />}
          {!signedIn && !isElsewhere && <SignInForm username={username} onDone={done} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
