import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { directionOf } from '@/lib/locale';
import { preferences } from '@/lib/server/preferences';
import './globals.css';

export const metadata: Metadata = {
  description: 'A real-time messenger that people run themselves.',
  icons: { icon: '/icon.svg', apple: '/icons/apple-180.png' },
  appleWebApp: { capable: true, title: 'Parley' },
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
  const { locale, theme, density } = await preferences();
  // The pages of these are made on the server alone: no browser needs their words.
  const { admin, security, ...messages } = await getMessages();
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme} data-density={density}>
      <body>
        <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
};

export default RootLayout;
