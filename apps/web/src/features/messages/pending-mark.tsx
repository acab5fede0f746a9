import { useTranslations } from 'next-intl';

/** That a change is still on its way. Over the row, so that nothing moves; on a quick line never to be seen. */
export const PendingMark = () => (
  <p className="absolute end-3 bottom-0.5 animate-late rounded-sm bg-canvas px-1.5 text-xs leading-4 text-muted md:end-6">
    {useTranslations('message')('pending')}
  </p>
);
