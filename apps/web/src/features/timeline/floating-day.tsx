import type { Row } from './rows';
import { useDayLabel } from './use-day-label';
import type { useRowsVirtualizer } from './use-rows-virtualizer';

const FROM_TOP_PX = 24;

const Label = ({ day }: { day: string }) => (
  <div
    aria-hidden="true"
    className="pointer-events-none absolute inset-x-0 top-2.5 z-10 flex justify-center text-xs leading-none font-semibold text-muted"
  >
    <span className="rounded-full border border-line bg-canvas px-3 py-1.5">{useDayLabel(day)}</span>
  </div>
);

type FloatingDayProps = {
  rows: readonly Row[];
  virtualizer: ReturnType<typeof useRowsVirtualizer>['virtualizer'];
};

/** The day of what is at the top of the screen, once its own line has scrolled away. */
export const FloatingDay = ({ rows, virtualizer }: FloatingDayProps) => {
  const offset = (virtualizer.scrollOffset ?? 0) + FROM_TOP_PX;
  const top = virtualizer.getVirtualItems().find(({ end }) => end > offset);
  const row = rows[top?.index ?? -1];
  const scrolled = (virtualizer.scrollOffset ?? 0) > FROM_TOP_PX;
  if (!row || !scrolled || row.kind === 'day' || row.kind === 'beginning') return null;
  return <Label day={row.day} />;
};
