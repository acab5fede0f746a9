'use client';
import type { User } from '@parley/shared-types';
import { Check, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PersonFace } from '@/features/presence/person-face';
import { iconButtonClass } from '@/ui/icon-button';

type PersonRowProps = {
  person: User;
  /** Whom one writes notes to, and does not invite. */
  isMe: boolean;
  picked: boolean;
  disabled: boolean;
  onOpen: () => void;
  onToggle: () => void;
};

export const PersonRow = ({ person, isMe, picked, disabled, onOpen, onToggle }: PersonRowProps) => {
  const t = useTranslations('conversation');
  const name = person.displayName;
  return (
    <li className="flex items-center gap-1 rounded-md pe-1.5 hover:bg-hover has-[[data-arrow]:focus-visible]:bg-hover">
      <button
        type="button"
        data-arrow
        disabled={disabled}
        onClick={onOpen}
        className="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-md px-2 text-start"
      >
        <PersonFace person={person} size={28} />
        <span className="min-w-0">
          <span className="block truncate leading-5 font-semibold">
            <bdi>{isMe ? t('self', { name }) : name}</bdi>
          </span>
          {isMe && <span className="block truncate text-[13px] leading-4 text-muted">{t('selfHint')}</span>}
          {!isMe && person.username !== name && (
            <span aria-hidden="true" className="block truncate text-[13px] leading-4 text-muted">
              <bdi>{person.username}</bdi>
            </span>
          )}
        </span>
      </button>
      {!isMe && (
        <button
          type="button"
          aria-pressed={picked}
          aria-label={t('addToGroup', { name })}
          title={t('addToGroup', { name })}
          onClick={onToggle}
          className={iconButtonClass('aria-pressed:bg-accent aria-pressed:text-on-accent')}
        >
          {picked ? <Check size={17} strokeWidth={2.2} /> : <Plus size={17} strokeWidth={1.8} />}
        </button>
      )}
    </li>
  );
};
