'use client';
import type { Room } from '@parley/shared-types';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { useMedia } from '@/lib/use-media';
import { onDemand } from '@/lib/on-demand';
import { IconButton } from '@/ui/icon-button';

const MemberList = onDemand(() => import('./member-list').then((module) => module.MemberList));
const Dialog = onDemand(() => import('@/ui/dialog').then((module) => module.Dialog));

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
    <aside aria-label={t('title')} className="flex w-[272px] flex-none flex-col border-s border-line">
      <header className="flex h-[58px] flex-none items-center justify-between border-b border-line pe-3 ps-5">
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
