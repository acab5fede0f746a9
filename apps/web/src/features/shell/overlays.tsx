'use client';
import type { Attachment, User } from '@parley/shared-types';
import { createContext, Suspense, useContext, useState } from 'react';
import { useBindings } from '@/features/keyboard/use-bindings';
import { onDemand } from '@/lib/on-demand';

/** What lies over the page when it is asked for. Nothing of it is loaded before. */
const Help = onDemand(() => import('@/features/keyboard/help-dialog').then((module) => module.HelpDialog));
const Switcher = onDemand(() => import('@/features/switcher/switcher').then((module) => module.Switcher));
const RoomDetails = onDemand(() =>
  import('@/features/rooms/room-details').then((module) => module.RoomDetails),
);
const Block = onDemand(() => import('@/features/blocks/block-dialog').then((module) => module.BlockDialog));
const Report = onDemand(() =>
  import('@/features/reports/report-dialog').then((module) => module.ReportDialog),
);

const Lightbox = onDemand(() => import('@/features/attachments/lightbox').then((module) => module.Lightbox));

type Asked =
  | { name: 'help' }
  | { name: 'switcher' }
  | { name: 'pictures'; pictures: readonly Attachment[]; index: number }
  /** `opener` gets the focus back. */
  | { name: 'room'; roomId: string; opener: HTMLElement | null }
  | { name: 'block'; person: User; opener: HTMLElement | null }
  | { name: 'report'; person: User; messageId: string | null; opener: HTMLElement | null };

const Context = createContext<(asked: Asked) => void>(() => {});

/** Opens one of the page's overlays; one is open at a time. */
export const useOverlay = () => useContext(Context);

const Overlay = ({ asked, onClose }: { asked: Asked; onClose: () => void }) => {
  if (asked.name === 'help') return <Help onClose={onClose} />;
  if (asked.name === 'switcher') return <Switcher onClose={onClose} />;
  if (asked.name === 'pictures')
    return <Lightbox pictures={asked.pictures} index={asked.index} onClose={onClose} />;
  if (asked.name === 'block') return <Block {...asked} onClose={onClose} />;
  if (asked.name === 'report') return <Report {...asked} onClose={onClose} />;
  return <RoomDetails {...asked} onClose={onClose} />;
};

export const OverlaysProvider = ({ children }: { children: React.ReactNode }) => {
  const [asked, open] = useState<Asked | null>(null);
  useBindings({ help: () => open({ name: 'help' }), switcher: () => open({ name: 'switcher' }) });
  return (
    <Context value={open}>
      {children}
      {asked && (
        <Suspense>
          <Overlay asked={asked} onClose={() => open(null)} />
        </Suspense>
      )}
    </Context>
  );
};
