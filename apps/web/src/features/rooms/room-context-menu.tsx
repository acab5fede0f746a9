'use client';
import { useRoom } from '@parley/chat-client/react';
import { Suspense } from 'react';
import { onDemand } from '@/lib/on-demand';

const RoomMenu = onDemand(() => import('./room-menu').then((module) => module.RoomMenu));

/** Which room's menu is asked for, where on the screen, and from which link. */
export type ContextMenu = { roomId: string; x: number; y: number; link: HTMLElement };

type RoomContextMenuProps = { asked: ContextMenu; onClose: () => void };

/** A room's menu where the list was pressed. The focus goes back to the link. */
export const RoomContextMenu = ({ asked, onClose }: RoomContextMenuProps) => {
  const room = useRoom(asked.roomId);
  if (!room) return null;
  const close = () => {
    onClose();
    asked.link.focus();
  };
  const anchor = (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className="fixed size-0 opacity-0"
      style={{ left: asked.x, top: asked.y }}
    />
  );
  return (
    <Suspense>
      <RoomMenu room={room} trigger={anchor} opener={() => asked.link} onClose={close} />
    </Suspense>
  );
};
