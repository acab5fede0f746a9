'use client';
import type { Room } from '@parley/shared-types';
import { Hash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';

type ChannelRowProps = { room: Room; joined: boolean; disabled: boolean; onOpen: () => void };

export const ChannelRow = ({ room, joined, disabled, onOpen }: ChannelRowProps) => {
  const t = useTranslations('conversation');
  const name = room.name ?? '';
  return (
    <li className="flex min-h-12 items-center gap-3 rounded-md px-2 py-1.5 hover:bg-hover">
      <span
        aria-hidden="true"
        className="grid size-7 flex-none place-items-center rounded-[8px] bg-sidebar text-muted"
      >
        <Hash size={15} strokeWidth={2} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate leading-5 font-semibold">
          <bdi>{name}</bdi>
        </span>
        <span className="block truncate text-[13px] leading-4 text-muted">
          {[room.topic, t('memberCount', { count: room.memberCount })].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Button
        type="button"
        data-arrow
        size="sm"
        look="quiet"
        disabled={disabled}
        aria-label={joined ? t('openChannel', { name }) : t('joinChannel', { name })}
        onClick={onOpen}
      >
        {joined ? t('open') : t('join')}
      </Button>
    </li>
  );
};
