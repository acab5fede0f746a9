'use client';
import { useTranslations } from 'next-intl';
import { clsx } from '@/ui/clsx';
import { sourcesOf, srcSetOf } from './picture-sources';
import type { ShownFile } from './shown-file';
import { useLocalUrl } from './use-local-url';

type PictureProps = {
  picture: ShownFile;
  /** Has its place to itself, so that nothing of it is cut off. */
  alone: boolean;
  waiting: boolean;
};

/** A picture in its place: what it will be like is there at once, the picture itself when it comes into view. */
export const Picture = ({ picture, alone, waiting }: PictureProps) => {
  const t = useTranslations('files');
  const local = useLocalUrl(picture);
  const { name, alt, placeholder, url, mimeType } = picture;
  const sources = sourcesOf(picture);
  const srcSet = srcSetOf(sources);
  const isMoving = mimeType === 'image/gif';
  const own = local.url ?? (isMoving && url ? url : undefined);
  return (
    <span
      className="absolute inset-0 bg-cover bg-center"
      style={placeholder && !local.url ? { backgroundImage: `url("${placeholder}")` } : undefined}
    >
      <picture>
        {isMoving && srcSet && <source media="(prefers-reduced-motion: reduce)" srcSet={srcSet} />}
        <img
          src={own ?? sources[0]?.src}
          srcSet={own ? undefined : srcSet}
          sizes={alone ? '(max-width: 480px) 90vw, 420px' : '220px'}
          alt={alt ?? t('picture', { name })}
          title={alt ?? undefined}
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={local.drop}
          className={clsx(
            'absolute inset-0 size-full object-cover transition-opacity duration-100',
            waiting && 'opacity-70',
          )}
        />
      </picture>
    </span>
  );
};
