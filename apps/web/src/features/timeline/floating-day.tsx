import { clsx } from '@/ui/clsx';
import type { Row } from './rows';
import { useDayLabel } from './use-day-label';
import type { useRowsVirtualizer } from './use-rows-virtualizer';

const Label = ({ day, shown }: { day: string; shown: boolean }) => (
  <div
    aria-hidden="true"
    className="pointer-events-none absolute inset-x-0 top-2.5 z-10 flex justify-center text-xs leading-none font-semibold text-muted"
  >
    <span
      className={clsx(
        'rounded-full border border-line bg-raised px-3 py-1.5 shadow-pop transition-opacity duration-140',
        !shown && 'opacity-0 delay-1000',
      )}
    >
      {useDayLabel(day)}
    </span>
  </div>
);

type FloatingDayProps = {
  rows: readonly Row[];
  virtualizer: ReturnType<typeof useRowsVirtualizer>['virtualizer'];
};

/** The day of what is at the top of the screen, while scrolling and once its own line has scrolled away. */
export const FloatingDay = ({ rows, virtualizer }: FloatingDayProps) => {
  const offset = virtualizer.scrollOffset ?? 0;
  const top = virtualizer.getVirtualItems().find(({ end }) => end > offset);
  const row = rows[top?.index ?? -1];
  if (!row || offset < 1 || row.kind === 'day' || row.kind === 'beginning') return null;
  return <Label day={row.day} shown={virtualizer.isScrolling} />;
};
