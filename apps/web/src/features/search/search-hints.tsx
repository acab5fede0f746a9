import { useTranslations } from 'next-intl';
import { OPERATORS } from './operators';

/** What can be asked for, while nothing is. */
export const SearchHints = () => {
  const t = useTranslations('search');
  return (
    <section className="max-w-[56ch] px-2.5">
      <h2 className="font-display text-[19px] font-[650] tracking-[-.01em]">{t('hints')}</h2>
      <p className="mt-1 text-muted">{t('hintsText')}</p>
      <dl className="mt-4 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-2">
        {OPERATORS.map((operator) => (
          <div key={operator} className="contents">
            <dt>
              <code dir="ltr" className="rounded-[5px] bg-pressed px-1.5 py-0.5 text-[13px]">
                {t(`example.${operator}`)}
              </code>
            </dt>
            <dd className="text-muted">{t(`means.${operator}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
