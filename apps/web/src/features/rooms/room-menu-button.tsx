'use client';
import type { Room } from '@parley/shared-types';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense, useRef, useState } from 'react';
import { onDemand } from '@/lib/on-demand';
import { iconButtonClass } from '@/ui/icon-button';

const load = () => import('./room-menu').then((module) => module.RoomMenu);
const RoomMenu = onDemand(load);

/** The open room's own menu, loaded when it is wanted. */
export const RoomMenuButton = ({ room }: { room: Room }) => {
  const t = useTranslations('roomMenu');
  const button = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState(false);
  const trigger = (
    <button
      ref={button}
      type="button"
      aria-label={t('label')}
      title={t('label')}
      aria-haspopup="menu"
      onPointerEnter={() => void load()}
      onClick={() => setWanted(true)}
      className={iconButtonClass()}
    >
      <Ellipsis size={18} strokeWidth={1.8} aria-hidden="true" />
    </button>
  );
  if (!wanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <RoomMenu room={room} trigger={trigger} opener={() => button.current} onClose={() => {}} />
    </Suspense>
  );
};
