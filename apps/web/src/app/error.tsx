'use client';
import { Broken } from '@/features/connection/broken';

const ErrorPage = ({ reset }: { error: Error; reset: () => void }) => <Broken onRetry={reset} />;

export default ErrorPage;
