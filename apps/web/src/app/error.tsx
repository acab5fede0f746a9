'use client';
import { Suspense } from 'react';
import { onDemand } from '@/lib/on-demand';

// No page needs its script until then. Where it cannot be fetched any more, global-error.tsx is the last resort.
const Broken = onDemand(() => import('@/features/connection/broken').then((module) => module.Broken));

const ErrorPage = ({ reset }: { error: Error; reset: () => void }) => (
  <Suspense>
    <Broken onRetry={reset} />
  </Suspense>
);

export default ErrorPage;
