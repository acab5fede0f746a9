'use client';
import { usePins } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useFailureText } from '@/features/connection/use-failure-text';
import { Panel } from '@/ui/panel';
import { ResultState } from '@/ui/result-state';
import { PinCard } from './pin-card';

export type PinsPanelProps = { roomId: string; onClose: () => void };

/** What is pinned in a room, the latest pin first. */
export const PinsPanel = ({ roomId, onClose }: PinsPanelProps) => {
  const t = useTranslations('pins');
  const failureText = useFailureText();
  const { items, isLoading, error } = usePins(roomId);
  return (
    <Panel
      label={t('pins')}
      title={t('title', { count: items.length })}
      closeLabel={t('close')}
      onClose={onClose}
      className="lg:w-[340px]"
    >
      <ul className="min-h-0 flex-1 overflow-y-auto p-3">
        {items.map((message) => (
          <PinCard key={message.id} message={message} />
        ))}
        <li>
          <ResultState
            loading={isLoading && items.length === 0}
            loadingText={t('loading')}
            error={error ? failureText(error) : null}
            empty={items.length === 0 ? t('empty') : null}
          />
        </li>
      </ul>
    </Panel>
  );
};
