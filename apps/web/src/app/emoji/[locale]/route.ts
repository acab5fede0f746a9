import { EMOJI_LOCALES } from '@/features/emoji/emoji-data';
import { readEmojiData } from '@/features/emoji/read-emoji-data';

// Made once, when the page is built.
export const dynamic = 'force-static';
export const dynamicParams = false;
export const generateStaticParams = () => EMOJI_LOCALES.map((locale) => ({ locale }));

type Context = { params: Promise<{ locale: string }> };

export const GET = async (_: Request, { params }: Context) => {
  const { locale } = await params;
  const known = EMOJI_LOCALES.find((each) => each === locale);
  if (!known) return new Response(null, { status: 404 });
  return Response.json(await readEmojiData(known), {
    headers: { 'Cache-Control': 'public, max-age=604800' },
  });
};
