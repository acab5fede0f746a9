import 'server-only';
import type { Messages } from 'next-intl';
import type { Locale } from '@/lib/locale';
import ar from '../../messages/ar.json';
import de from '../../messages/de.json';
import en from '../../messages/en.json';

/** The compiler does not compare them with the English one: a sentence that is new there fails a test, not the build. */
const translation = (catalogue: object) => catalogue as Messages;

/** All that the page says, by language. */
export const CATALOGUES: Record<Locale, Messages> = { en, de: translation(de), ar: translation(ar) };
