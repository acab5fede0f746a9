'use client';
import { useConnection } from '@parley/chat-client/react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Spinner } from '@/ui/spinner';

const PATIENCE_MS = 3_000;

/** True once a trouble has lasted; short ones are nobody's business. */
const useLasting = (trouble: boolean) => {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(trouble), trouble ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [trouble]);
  return trouble && lasting;
};

/** Says that the connection is gone, over the timeline so that nothing moves. The composer never locks. */
export const ConnectionLine = () => {
  const t = useTranslations('connection');
  const { state } = useConnection();
  const told = useLasting(state === 'connecting' || state === 'offline');
  return (
    <div role="status" className="pointer-events-none absolute inset-x-3 top-3 z-20 flex justify-center">
      {told && (
        <span className="flex animate-fade items-center gap-2.5 rounded-full border border-line bg-raised px-4 py-1.5 text-[13px] leading-5 shadow-pop">
          <Spinner />
          {t('offline')}
        </span>
      )}
    </div>
  );
};
