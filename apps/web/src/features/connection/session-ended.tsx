'use client';
import { useChat, useConnection, useMe } from '@parley/chat-client/react';
import { Suspense } from 'react';
import { onDemand } from '@/lib/on-demand';

const SignInAgain = onDemand(() => import('./sign-in-again').then((module) => module.SignInAgain));

/** When the session is over while the page is open: sign in over the page, with drafts and unsent messages kept. */
export const SessionEnded = () => {
  const chat = useChat();
  const me = useMe();
  const { state } = useConnection();
  if (state !== 'signed-out' || !me) return null;
  return (
    <Suspense>
      <SignInAgain
        username={me.username}
        // Somebody else: their rooms, their drafts; nothing of this page is theirs.
        onDone={(userId) => (userId === me.id ? chat.start() : location.assign('/'))}
      />
    </Suspense>
  );
};
