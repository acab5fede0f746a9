'use client';
import type { Room } from '@parley/shared-types';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { useMedia } from '@/lib/use-media';
import { IconButton } from '@/ui/icon-button';

const MemberList = lazy(() => import('./member-list').then((module) => ({ default: module.MemberList })));
const Dialog = lazy(() => import('@/ui/dialog').then((module) => ({ default: module.Dialog })));

/** Who is in the room: a third region where there is space for one, a sheet elsewhere. */
export const MembersPanel = ({ room, onClose }: { room: Room; onClose: () => void }) => {
  const t = useTranslations('members');
  const wide = useMedia('(min-width: 1024px)');
  if (!wide) {
    return (
      <Suspense>
        <Dialog side title={t('title')} closeLabel={t('close')} onClose={onClose}>
          <MemberList room={room} />
        </Dialog>
      </Suspense>
    );
  }
  return (
    <aside aria-label={t('title')} className="flex w-[272px] flex-none flex-col border-l border-line">
      <header className="flex h-[58px] flex-none items-center justify-between border-b border-line pr-3 pl-5">
        <h2 className="font-display text-base font-[650]">{t('title')}</h2>
        <IconButton label={t('close')} onClick={onClose}>
          <X size={18} strokeWidth={1.8} />
        </IconButton>
      </header>
      <Suspense>
        <MemberList room={room} />
      </Suspense>
    </aside>
  );
};
