import { ImageResponse } from 'next/og';
import { AppIcon } from '@/ui/app-icon';

/** Pictures for home screens, drawn when the page is built. Whoever masks an icon may cut a fifth off each side. */
const ICONS = {
  '192.png': { size: 192, mark: 0.82 },
  '512.png': { size: 512, mark: 0.82 },
  'maskable-512.png': { size: 512, mark: 0.56 },
  'apple-180.png': { size: 180, mark: 0.7 },
};

export const dynamic = 'force-static';
export const dynamicParams = false;
export const generateStaticParams = () => Object.keys(ICONS).map((file) => ({ file }));

export const GET = async (_request: Request, { params }: RouteContext<'/icons/[file]'>) => {
  const { size, mark } = ICONS[(await params).file as keyof typeof ICONS];
  return new ImageResponse(<AppIcon size={size} mark={mark} />, { width: size, height: size });
};
