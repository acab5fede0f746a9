'use client';
import { useTranslations } from 'next-intl';
import { Tabs } from 'radix-ui';
import { goTo } from '@/features/shell/route';
import { Dialog } from '@/ui/dialog';
import { BrowseChannels } from './browse-channels';
import { CreateChannel } from './create-channel';
import { FindPeople } from './find-people';

const TAB =
  'h-8 flex-1 rounded-[8px] px-1 text-[13.5px] whitespace-nowrap font-semibold text-muted transition-colors duration-100 hover:text-text ' +
  'data-[state=active]:bg-raised data-[state=active]:text-text data-[state=active]:ring-1 data-[state=active]:ring-line touch:h-11';
const PANEL = 'flex min-h-0 flex-1 flex-col outline-none data-[state=inactive]:hidden';

/** Three ways to begin: with people, in a channel that exists, in one that I make. */
export const NewConversation = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('conversation');
  const open = (roomId: string) => {
    onClose();
    goTo(`/rooms/${roomId}`);
  };
  return (
    <Dialog title={t('new')} closeLabel={t('close')} onClose={onClose}>
      <Tabs.Root defaultValue="people" className="flex h-[min(520px,70dvh)] min-h-0 flex-col">
        <Tabs.List aria-label={t('ways')} className="mx-5 mt-2 mb-3 flex gap-1 rounded-md bg-sidebar p-1">
          <Tabs.Trigger value="people" className={TAB}>
            {t('people')}
          </Tabs.Trigger>
          <Tabs.Trigger value="channels" className={TAB}>
            {t('channels')}
          </Tabs.Trigger>
          <Tabs.Trigger value="create" className={TAB}>
            {t('create')}
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="people" className={PANEL}>
          <FindPeople onOpen={open} />
        </Tabs.Content>
        <Tabs.Content value="channels" className={PANEL}>
          <BrowseChannels onOpen={open} />
        </Tabs.Content>
        <Tabs.Content value="create" className={PANEL}>
          <CreateChannel onOpen={open} />
        </Tabs.Content>
      </Tabs.Root>
    </Dialog>
  );
};
