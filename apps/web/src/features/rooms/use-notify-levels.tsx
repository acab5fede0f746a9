import type { NotifyLevel } from '@parley/shared-types';
import { AtSign, Bell, BellOff } from 'lucide-react';
import { useTranslations } from 'next-intl';

const ICON = { size: 16, strokeWidth: 1.8, 'aria-hidden': true } as const;

/** How much of a room one may want to be told of, in words. */
export const useNotifyLevels = (): { value: NotifyLevel; label: string; icon: React.ReactNode }[] => {
  const t = useTranslations('roomMenu.levels');
  return [
    { value: 'all', label: t('all'), icon: <Bell {...ICON} /> },
    { value: 'mentions', label: t('mentions'), icon: <AtSign {...ICON} /> },
    { value: 'none', label: t('none'), icon: <BellOff {...ICON} /> },
  ];
};
