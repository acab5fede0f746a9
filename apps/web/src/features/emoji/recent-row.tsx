import { useTranslations } from 'next-intl';

const SHOWN = 8;

/** What was picked last on this device. */
export const RecentRow = ({ emoji, onPick }: { emoji: string[]; onPick: (emoji: string) => void }) => {
  const t = useTranslations('emoji');
  if (emoji.length === 0) return null;
  return (
    <div
      role="group"
      aria-label={t('recent')}
      className="flex flex-none overflow-hidden border-b border-line px-1.5 pb-1.5"
    >
      {emoji.slice(0, SHOWN).map((each) => (
        <button
          key={each}
          type="button"
          aria-label={each}
          onClick={() => onPick(each)}
          className="grid size-9 flex-none place-items-center rounded-md text-[21px] hover:bg-pressed touch:size-11"
        >
          {each}
        </button>
      ))}
    </div>
  );
};
