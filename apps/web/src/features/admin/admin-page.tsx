import { useTranslations } from 'next-intl';
import { useCodeText } from '@/features/connection/use-code-text';
import { clsx } from '@/ui/clsx';
import { Wordmark } from '@/ui/mark';

/** Place → where it is below /admin. */
const PLACES = { people: 'people', reports: 'reports', audit: 'audit', deadLetters: 'dead-letters' } as const;
export type AdminPlace = keyof typeof PLACES;

const DONE = [
  'renamed',
  'deactivated',
  'reactivated',
  'signedOut',
  'removed',
  'resolved',
  'replayed',
  'discarded',
] as const;

type AdminPageProps = {
  place: AdminPlace;
  /** What the last form came to. */
  done: string | undefined;
  error: string | undefined;
  children: React.ReactNode;
};

/** What all pages for admins have around them. */
export const AdminPage = ({ place, done, error, children }: AdminPageProps) => {
  const t = useTranslations('admin');
  const told = useCodeText(error);
  const isDone = DONE.find((each) => each === done);
  return (
    <div className="mx-auto max-w-[860px] px-5 pb-16 md:px-8">
      <title>{`${t(`place.${place}`)} – Parley`}</title>
      <header className="flex flex-wrap items-center gap-x-8 gap-y-2 py-5">
        <a href="/" className="inline-flex items-center rounded-sm touch:min-h-11">
          <Wordmark />
        </a>
        <nav aria-label={t('admin')} className="-mx-2 flex flex-wrap gap-1">
          {(Object.keys(PLACES) as AdminPlace[]).map((each) => (
            <a
              key={each}
              href={`/admin/${PLACES[each]}`}
              aria-current={each === place ? 'page' : undefined}
              className={clsx(
                'inline-flex h-9 items-center rounded-[8px] px-3 text-sm font-semibold touch:h-11',
                each === place ? 'bg-pressed' : 'text-muted hover:bg-hover hover:text-text',
              )}
            >
              {t(`place.${each}`)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <h1 className="mt-4 font-display text-3xl font-[650] tracking-[-.02em]">{t(`place.${place}`)}</h1>
        {isDone && (
          <p role="status" className="mt-3 font-medium text-ok">
            {t(`done.${isDone}`)}
          </p>
        )}
        {told && (
          <p role="alert" className="mt-3 font-medium text-danger">
            {told}
          </p>
        )}
        <div className="mt-6">{children}</div>
      </main>
    </div>
  );
};
