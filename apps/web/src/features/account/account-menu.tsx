'use client';
import { useChat, useMe } from '@parley/chat-client/react';
import type { ChosenStatus } from '@parley/shared-types';
import { LogOut, Monitor, Moon, PenLine, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/ui/menu';
import { DisplayNameDialog } from './display-name-dialog';
import { signOut } from './sign-out';
import { useTheme } from './use-theme';

const CHOSEN: readonly ChosenStatus[] = ['online', 'away', 'dnd'];

export const AccountMenu = ({ children }: { children: React.ReactElement }) => {
  const t = useTranslations('account');
  const presence = useTranslations('presence');
  const chat = useChat();
  const me = useMe();
  const [theme, setTheme] = useTheme();
  const trigger = useRef<HTMLButtonElement>(null);
  const [naming, setNaming] = useState(false);
  const status = CHOSEN.find((choice) => choice === me?.status) ?? 'online';
  return (
    <>
      <Menu trigger={children} triggerRef={trigger} label={t('account')} defaultOpen>
        <MenuChoice
          label={t('status')}
          value={status}
          onChange={(next) => void chat.setPresence(next).catch(() => undefined)}
          options={CHOSEN.map((value) => ({ value, label: presence(value) }))}
        />
        <MenuSeparator />
        <MenuChoice
          label={t('theme')}
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'system', label: t('system'), icon: <Monitor size={16} strokeWidth={1.8} /> },
            { value: 'light', label: t('light'), icon: <Sun size={16} strokeWidth={1.8} /> },
            { value: 'dark', label: t('dark'), icon: <Moon size={16} strokeWidth={1.8} /> },
          ]}
        />
        <MenuSeparator />
        <MenuItem icon={<PenLine size={16} strokeWidth={1.8} />} onSelect={() => setNaming(true)}>
          {t('changeName')}
        </MenuItem>
        <MenuItem icon={<LogOut size={16} strokeWidth={1.8} />} onSelect={() => void signOut(chat)}>
          {t('signOut')}
        </MenuItem>
      </Menu>
      {naming && <DisplayNameDialog opener={trigger} onClose={() => setNaming(false)} />}
    </>
  );
};
