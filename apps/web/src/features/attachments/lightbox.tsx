'use client';
import type { Attachment } from '@parley/shared-types';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import Yarl, { type SlideImage } from 'yet-another-react-lightbox';
import Counter from 'yet-another-react-lightbox/plugins/counter';
import Zoom from 'yet-another-react-lightbox/plugins/zoom';
import 'yet-another-react-lightbox/plugins/counter.css';
import 'yet-another-react-lightbox/styles.css';
import { sourcesOf } from './picture-sources';

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const DARK = {
  root: {
    '--yarl__color_backdrop': 'oklch(0.155 0.006 65 / 0.96)',
    '--yarl__color_button': 'oklch(0.93 0.008 85)',
    '--yarl__color_button_disabled': 'oklch(0.93 0.008 85 / 0.35)',
  },
};

type LightboxProps = { pictures: readonly Attachment[]; index: number; onClose: () => void };

/**
 * Pictures as large as the screen allows: arrows lead through them, Escape closes and gives the focus back. It stays
 * while its messages scroll away, because it lies over the page and not in the log.
 */
export const Lightbox = ({ pictures, index, onClose }: LightboxProps) => {
  const t = useTranslations('files');
  const [shown, setShown] = useState(index);
  // Other slides, be they the same, would lead back to the first one shown.
  const slides = useMemo(
    () =>
      pictures.map((picture): SlideImage => {
        const { url, alt, name, width, height } = picture;
        const full = width && height ? [{ src: url, width, height }] : [];
        return {
          src: url,
          alt: alt ?? t('picture', { name }),
          ...(width && height && { width, height }),
          srcSet: [...sourcesOf(picture), ...full],
        };
      }),
    [pictures, t],
  );
  const current = pictures[shown];
  return (
    <Yarl
      open
      close={onClose}
      index={index}
      slides={slides}
      plugins={pictures.length > 1 ? [Counter, Zoom] : [Zoom]}
      on={{ view: (view) => setShown(view.index) }}
      animation={
        isStill() ? { fade: 0, swipe: 0, navigation: 0 } : { fade: 120, swipe: 180, navigation: 140 }
      }
      carousel={{ finite: true, padding: '16px' }}
      controller={{ closeOnBackdropClick: true, closeOnPullDown: true }}
      styles={DARK}
      toolbar={{
        buttons: [
          current && (
            <a
              key="download"
              href={current.url}
              download={current.name}
              aria-label={t('download')}
              title={t('download')}
              className="yarl__button grid place-items-center"
            >
              <Download size={24} strokeWidth={1.8} aria-hidden="true" className="yarl__icon" />
            </a>
          ),
          'close',
        ],
      }}
      render={{
        ...(pictures.length === 1 && { buttonPrev: () => null, buttonNext: () => null }),
        controls: () =>
          current?.alt && (
            <p
              dir="auto"
              className="absolute inset-x-0 bottom-0 bg-[oklch(0.155_0.006_65/0.8)] px-6 py-3 text-center text-[15px] text-[oklch(0.93_0.008_85)]"
            >
              {current.alt}
            </p>
          ),
      }}
      labels={{
        Previous: t('previous'),
        Next: t('next'),
        Close: t('close'),
        Lightbox: t('pictures'),
        'Photo gallery': t('pictures'),
        Carousel: t('carousel'),
        Slide: t('slide'),
        '{index} of {total}': t('position', { index: '{index}', total: '{total}' }),
        'Zoom in': t('zoomIn'),
        'Zoom out': t('zoomOut'),
      }}
    />
  );
};
