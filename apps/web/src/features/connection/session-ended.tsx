'use client';
import { useChat, useConnection, useMe } from '@parley/chat-client/react';
import { lazy, Suspense } from 'react';

const SignInAgain = lazy(() => import('./sign-in-again').then((module) => ({ default: module.SignInAgain })));

/** When the session is over while the page is open: sign in over the page, with drafts and unsent messages kept. */
export const SessionEnded = () => {
  const chat = useChat();
  const me = useMe();
  const { state } = useConnection();
  if (state !== 'signed-out' || !me) return null;

  const signIn = async (username: string) => {
    const user = await chat.login(username);
    // Somebody else: their rooms, their drafts; nothing of this page is theirs.
    if (user.id !== me.id) location.assign('/');
    else chat.start();
  };
  return (
    <Suspense>
      <SignInAgain username={me.username} onSignIn={signIn} />
    </Suspense>
  );
};
