import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { preferences } from '@/lib/server/preferences';
import './globals.css';

export const metadata: Metadata = {
  description: 'A real-time messenger that people run themselves.',
  icons: { icon: '/icon.svg' },
  manifest: '/manifest.webmanifest',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The keyboard of a phone makes the page smaller instead of covering the composer.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#161310' },
  ],
};

const RootLayout = async ({ children }: { children: React.ReactNode }) => {
  const { theme } = await preferences();
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
};

export default RootLayout;
