'use client';
import { useChat, useRoom } from '@parley/chat-client/react';
import type { Room } from '@parley/shared-types';
import { Hash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/features/connection/use-failure-text';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { RoomHeading } from './room-heading';
import { RoomView } from './room-view';

/** A channel seen from outside: what it is, and a way in. */
export const RoomPreview = ({ room }: { room: Room }) => {
  const t = useTranslations('preview');
  const chat = useChat();
  const failureText = useFailureText();
  const [error, setError] = useState<string | null>(null);
  const joined = useRoom(room.id)?.me;
  if (joined) return <RoomView key={room.id} roomId={room.id} />;

  const join = (event: React.FormEvent) => {
    event.preventDefault();
    chat.joinRoom(room.id).catch((failure: unknown) => setError(failureText(failure)));
  };

  return (
    <main className="flex min-h-0 min-w-0 flex-col">
      <RoomHeading room={room} />
      <div className="grid flex-1 place-items-center">
        <EmptyState
          drawing="door"
          title={t('title', { room: room.name ?? '' })}
          text={room.topic || t('text', { count: room.memberCount })}
        >
          <form method="post" action={`/rooms/${room.id}/join`} onSubmit={join}>
            <Button>
              <Hash size={16} strokeWidth={2.2} aria-hidden="true" />
              {t('join')}
            </Button>
            {error && (
              <p role="alert" className="mt-3 text-danger">
                {error}
              </p>
            )}
          </form>
        </EmptyState>
      </div>
    </main>
  );
};
