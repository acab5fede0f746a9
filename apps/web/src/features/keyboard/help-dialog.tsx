'use client';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Dialog } from '@/ui/dialog';
import { BINDINGS, SCOPES, type Scope } from './bindings';
import { Keys } from './key-names';

const Shortcuts = ({ scope }: { scope: Scope }) => {
  const t = useTranslations('keyboard');
  const rows = BINDINGS.filter((binding) => binding.scope === scope);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={`keys-${scope}`}>
      <h3 id={`keys-${scope}`} className="mt-4 mb-1 text-[13px] font-semibold text-muted">
        {t(`where.${scope}`)}
      </h3>
      <dl>
        {rows.map(({ id, keys }) => (
          <div
            key={id}
            className="flex min-h-9 items-center justify-between gap-4 border-t border-line py-1 first:border-t-0"
          >
            <dt>{t(`does.${id}`)}</dt>
            <dd className="flex flex-none flex-wrap items-center justify-end gap-1.5 text-[13px] text-muted">
              {keys.map((each, index) => (
                <Fragment key={each}>
                  {index > 0 && t('or')}
                  <Keys keys={each} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** All shortcuts, straight from the table that binds them. */
export const HelpDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('keyboard');
  return (
    <Dialog title={t('title')} closeLabel={t('close')} onClose={onClose}>
      {/* Focusable, so that a list longer than the window scrolls by keyboard too. */}
      <div tabIndex={0} role="region" aria-label={t('title')} className="overflow-y-auto px-5 pb-5">
        {SCOPES.map((scope) => (
          <Shortcuts key={scope} scope={scope} />
        ))}
      </div>
    </Dialog>
  );
};
