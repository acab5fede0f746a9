import { useDayLabel } from './use-day-label';

export const DayLine = ({ day }: { day: string }) => (
  <div
    role="separator"
    className="flex items-center gap-3.5 px-3.5 pt-[18px] pb-2.5 text-xs leading-none font-semibold text-muted before:flex-1 before:border-t before:border-line after:flex-1 after:border-t after:border-line md:px-6"
  >
    <time dateTime={day}>{useDayLabel(day)}</time>
  </div>
);
