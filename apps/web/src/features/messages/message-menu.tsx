'use client';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { Menu, MenuEntries } from '@/ui/menu';
import type { ActionId } from './permitted';
import { useMenuEntries } from './use-menu-entries';

type Props = {
  message: Message;
  trigger: React.ReactElement;
  onRun: (id: ActionId) => void;
  onClose: () => void;
};

/** Everything that may be done with a message, behind the three dots. */
export const MessageMenu = ({ message, trigger, onRun, onClose }: Props) => {
  const t = useTranslations('message');
  const { entries } = useMenuEntries(message, onRun);
  return (
    <Menu
      trigger={trigger}
      label={t('moreActions')}
      align="end"
      defaultOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <MenuEntries entries={entries} />
    </Menu>
  );
};
