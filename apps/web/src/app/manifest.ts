import type { MetadataRoute } from 'next';

const manifest = (): MetadataRoute.Manifest => ({
  name: 'Parley',
  short_name: 'Parley',
  start_url: '/',
  display: 'standalone',
  background_color: '#fcfaf6',
  theme_color: '#c8430f',
  icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
});

export default manifest;
