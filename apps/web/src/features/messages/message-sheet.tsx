'use client';
import type { Message } from '@parley/shared-types';
import { useTranslations } from 'next-intl';
import { QuickEmoji } from '@/features/reactions/quick-emoji';
import { clsx } from '@/ui/clsx';
import { Dialog } from '@/ui/dialog';
import type { ActionId } from './permitted';
import { useMenuEntries } from './use-menu-entries';

type Props = { message: Message; onRun: (id: ActionId) => void; onClose: () => void };

/** The same as the menu, for fingers: what a long press brings up. */
export const MessageSheet = ({ message, onRun, onClose }: Props) => {
  const t = useTranslations('message');
  const { entries, mayReact } = useMenuEntries(message, onRun);
  return (
    <Dialog title={t('actionsTitle')} closeLabel={t('close')} onClose={onClose}>
      <div className="overflow-y-auto px-3 pb-4">
        {mayReact && (
          <div className="px-1 py-2">
            <QuickEmoji message={message} onDone={onClose} />
          </div>
        )}
        <ul>
          {entries.map(({ id, label, icon, danger, run }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  onClose();
                  run();
                }}
                className={clsx(
                  'flex min-h-11 w-full items-center gap-3 rounded-md px-2.5 text-start hover:bg-hover',
                  danger && 'text-danger',
                )}
              >
                <span className={clsx(!danger && 'text-muted')}>{icon}</span>
                {label}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
};
