import type { MetadataRoute } from 'next';

const png = (file: string, size: number, purpose: 'any' | 'maskable' = 'any') => ({
  src: `/icons/${file}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

const manifest = (): MetadataRoute.Manifest => ({
  id: '/',
  name: 'Parley',
  short_name: 'Parley',
  description: 'A real-time messenger that people run themselves.',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#fcfaf6',
  theme_color: '#fcfaf6',
  categories: ['social', 'productivity'],
  icons: [
    png('192', 192),
    png('512', 512),
    png('maskable-512', 512, 'maskable'),
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
});

export default manifest;
