'use client';
import { Pin, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '@/features/shell/app-link';
import { panelPath, roomPath, type Panel } from '@/features/shell/paths';
import { goTo } from '@/features/shell/route';
import { IconButton, iconButtonClass } from '@/ui/icon-button';

/** What else a room has to show, in its heading. */
export const RoomTools = ({ roomId, panel }: { roomId: string; panel: Panel | null }) => {
  const t = useTranslations('room');
  const pathOf = (wanted: Panel) => (panel === wanted ? roomPath(roomId) : panelPath(roomId, wanted));
  return (
    <>
      <AppLink
        href={pathOf('pins')}
        aria-label={t('pins')}
        title={t('pins')}
        aria-current={panel === 'pins' ? 'true' : undefined}
        className={iconButtonClass('aria-[current]:bg-pressed aria-[current]:text-text')}
      >
        <Pin size={17} strokeWidth={1.8} />
      </AppLink>
      <IconButton
        label={t('members')}
        aria-expanded={panel === 'members'}
        onClick={() => goTo(pathOf('members'))}
      >
        <Users size={18} strokeWidth={1.8} />
      </IconButton>
    </>
  );
};
