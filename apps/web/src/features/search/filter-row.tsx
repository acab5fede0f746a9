'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { filtersIn, OPERATORS, withOperator, withoutFilter } from './operators';

const CHIP =
  'inline-flex h-7 items-center gap-1.5 rounded-full border border-line px-3 text-[13px] font-medium touch:h-11';

type FilterRowProps = { q: string; onChange: (q: string) => void; onBegin: (q: string) => void };

/** The operators in use, each to be taken out by a press, and those that could be added. */
export const FilterRow = ({ q, onChange, onBegin }: FilterRowProps) => {
  const t = useTranslations('search');
  const filters = filtersIn(q);
  return (
    <ul aria-label={t('filters')} className="flex flex-wrap gap-1.5">
      {filters.map((filter) => (
        <li key={filter.text}>
          <button
            type="button"
            aria-label={t('removeFilter', { filter: filter.text })}
            onClick={() => onChange(withoutFilter(q, filter))}
            className={`${CHIP} bg-wash text-text hover:bg-hover`}
          >
            <span>
              {t(`operator.${filter.operator}`)} <bdi className="font-semibold">{filter.value}</bdi>
            </span>
            <X size={13} strokeWidth={2} aria-hidden="true" />
          </button>
        </li>
      ))}
      {OPERATORS.filter((operator) => !filters.some((filter) => filter.operator === operator)).map(
        (operator) => (
          <li key={operator}>
            <button
              type="button"
              onClick={() => onBegin(withOperator(q, operator))}
              className={`${CHIP} border-dashed text-muted hover:bg-hover hover:text-text`}
            >
              {t(`operator.${operator}`)}
              <span aria-hidden="true">…</span>
            </button>
          </li>
        ),
      )}
    </ul>
  );
};
