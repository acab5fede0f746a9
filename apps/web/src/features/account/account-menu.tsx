'use client';
import { useChat, useMe } from '@parley/chat-client/react';
import type { ChosenStatus } from '@parley/shared-types';
import { LogOut, Monitor, Moon, Settings, ShieldCheck, Sun, UserCog } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { THEME_COOKIE, themeOf } from '@/lib/theme';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/ui/menu';
import { SettingsDialog } from './settings-dialog';
import { signOut } from './sign-out';
import { useLook } from './use-look';

const ICON = { size: 16, strokeWidth: 1.8 };

const CHOSEN: readonly ChosenStatus[] = ['online', 'away', 'dnd'];

export const AccountMenu = ({ children }: { children: React.ReactElement }) => {
  const t = useTranslations('account');
  const presence = useTranslations('presence');
  const chat = useChat();
  const me = useMe();
  const [theme, setTheme] = useLook(THEME_COOKIE, themeOf);
  const trigger = useRef<HTMLButtonElement>(null);
  const [setting, setSetting] = useState(false);
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
            { value: 'system', label: t('system'), icon: <Monitor {...ICON} /> },
            { value: 'light', label: t('light'), icon: <Sun {...ICON} /> },
            { value: 'dark', label: t('dark'), icon: <Moon {...ICON} /> },
          ]}
        />
        <MenuSeparator />
        <MenuItem icon={<Settings {...ICON} />} onSelect={() => setSetting(true)}>
          {t('settings')}
        </MenuItem>
        <MenuItem icon={<ShieldCheck {...ICON} />} onSelect={() => location.assign('/account/security')}>
          {t('security')}
        </MenuItem>
        {me?.role === 'admin' && (
          <MenuItem icon={<UserCog {...ICON} />} onSelect={() => location.assign('/admin/people')}>
            {t('admin')}
          </MenuItem>
        )}
        <MenuItem
          icon={<LogOut {...ICON} className="rtl:-scale-x-100" />}
          onSelect={() => void signOut(chat)}
        >
          {t('signOut')}
        </MenuItem>
      </Menu>
      {setting && <SettingsDialog opener={trigger} onClose={() => setSetting(false)} />}
    </>
  );
};
