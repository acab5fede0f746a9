import type { PresenceStatus } from '@parley/shared-types';
import { clsx } from '@/ui/clsx';

const SHAPES: Record<PresenceStatus, string> = {
  online: 'bg-ok',
  away: 'bg-canvas shadow-[inset_0_0_0_1.5px_var(--color-away)]',
  dnd: 'bg-danger',
  offline: 'bg-canvas shadow-[inset_0_0_0_1.5px_var(--color-muted)]',
};

/** Told by shape as well as by colour: full, ring, bar. Beside it the status stands as text somewhere. */
export const PresenceDot = ({ status }: { status: PresenceStatus }) => (
  <i
    className={clsx(
      'absolute -end-0.5 -bottom-0.5 grid size-[7px] place-items-center rounded-full outline-2 outline-sidebar',
      SHAPES[status],
    )}
  >
    {status === 'dnd' && <span className="h-[1.5px] w-1 rounded-full bg-canvas" />}
  </i>
);
