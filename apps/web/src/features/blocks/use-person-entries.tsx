import { useChat, useIsBlocked } from '@parley/chat-client/react';
import type { User } from '@parley/shared-types';
import { Ban, Flag, UserCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/features/connection/use-attempt';
import { useOverlay } from '@/features/shell/overlays';
import type { MenuEntry } from '@/ui/menu';

const ICON = { size: 16, strokeWidth: 1.8 };

type About = {
  /** Null when it is me, or nobody. */
  person: User | null | undefined;
  messageId?: string | null;
  /** Has the focus when what is asked about is gone. */
  opener: () => HTMLElement | null;
};

/** What a menu offers against a person, or against one of their messages. */
export const usePersonEntries = ({ person, messageId = null, opener }: About): MenuEntry[] => {
  const t = useTranslations('blocks');
  const chat = useChat();
  const attempt = useAttempt();
  const open = useOverlay();
  const isBlocked = useIsBlocked(person?.id);
  if (!person) return [];
  const { id, displayName: name } = person;
  return [
    isBlocked
      ? {
          id: 'unblock',
          label: t('unblockOne', { name }),
          icon: <UserCheck {...ICON} />,
          danger: false,
          run: () => attempt(chat.block(id, false)),
        }
      : {
          id: 'block',
          label: t('blockOne', { name }),
          icon: <Ban {...ICON} />,
          danger: false,
          run: () => open({ name: 'block', person, opener: opener() }),
        },
    {
      id: 'report',
      label: t('report'),
      icon: <Flag {...ICON} />,
      danger: false,
      run: () => open({ name: 'report', person, messageId, opener: opener() }),
    },
  ];
};
