'use client';
import { Suspense } from 'react';
import { onDemand } from '@/lib/on-demand';
import { useReplyTarget } from './message-actions';

const ReplyingTo = onDemand(() => import('./replying-to').then((module) => module.ReplyingTo));

/** Over the composer: which message the next one answers. */
export const ReplyBar = () => {
  const message = useReplyTarget();
  return (
    message && (
      <Suspense>
        <ReplyingTo message={message} />
      </Suspense>
    )
  );
};
