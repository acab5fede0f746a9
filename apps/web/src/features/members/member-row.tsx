'use client';
import { useUser } from '@parley/chat-client/react';
import type { Member, RoomRole } from '@parley/shared-types';
import { Ellipsis, MessageCircle, UserMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { usePersonEntries } from '@/features/blocks/use-person-entries';
import { PersonFace } from '@/features/presence/person-face';
import { useStatusText } from '@/features/presence/use-status-text';
import { IconButton } from '@/ui/icon-button';
import { Menu, MenuEntries } from '@/ui/menu';
import { RoleField } from './role-field';

type MemberRowProps = {
  member: Member;
  isMe: boolean;
  /** Null where it is not possible. */
  onMessage: (() => void) | null;
  onRemove: (() => void) | null;
  onRole: ((role: RoomRole) => void) | null;
};

export const MemberRow = ({ member, isMe, onMessage, onRemove, onRole }: MemberRowProps) => {
  const t = useTranslations('members');
  const person = useUser(member.user.id) ?? member.user;
  const name = person.displayName;
  const status = useStatusText(person);
  const more = useRef<HTMLButtonElement>(null);
  const against = usePersonEntries({ person: isMe ? null : person, opener: () => more.current });
  const role = member.role === 'member' || onRole ? null : t(`role.${member.role}`);
  return (
    <li className="group flex min-h-12 items-center gap-3 rounded-md px-2 hover:bg-hover">
      <PersonFace person={person} size={28} />
      <span className="min-w-0 flex-1">
        <span className="block truncate leading-5 font-semibold">
          <bdi>{name}</bdi>
          {isMe && <span className="font-normal text-muted"> {t('you')}</span>}
        </span>
        <span className="block truncate text-[13px] leading-4 text-muted">
          {[status, role].filter(Boolean).join(' · ')}
        </span>
        {onRole && <RoleField name={name} role={member.role} onChange={onRole} />}
      </span>
      <span className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 touch:opacity-100">
        {onMessage && (
          <IconButton label={t('message', { name })} onClick={onMessage}>
            <MessageCircle size={17} strokeWidth={1.8} />
          </IconButton>
        )}
        {onRemove && (
          <IconButton label={t('remove', { name })} onClick={onRemove}>
            <UserMinus size={17} strokeWidth={1.8} />
          </IconButton>
        )}
        {against.length > 0 && (
          <Menu
            align="end"
            label={t('about', { name })}
            triggerRef={more}
            trigger={
              <IconButton label={t('about', { name })}>
                <Ellipsis size={17} strokeWidth={1.8} />
              </IconButton>
            }
          >
            <MenuEntries entries={against} />
          </Menu>
        )}
      </span>
    </li>
  );
};
