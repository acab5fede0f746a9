'use client';
import { useOverlay } from '@/features/shell/overlays';
import { isPlainClick } from '@/features/shell/app-link';
import { galleryRows } from './frames';
import { Picture } from './picture';
import type { ShownFile } from './shown-file';

/** In one row of six columns: two or three pictures. */
const SPANS: Record<number, string> = { 1: 'col-span-6', 2: 'col-span-3', 3: 'col-span-2' };

const spansOf = (count: number) =>
  galleryRows(count).flatMap((inRow) => Array<string>(inRow).fill(SPANS[inRow] ?? ''));

type GalleryProps = { pictures: readonly ShownFile[]; waiting: boolean };

/** Pictures that belong together; a press shows them large. Without a script each is a link to itself. */
export const Gallery = ({ pictures, waiting }: GalleryProps) => {
  const open = useOverlay();
  const spans = spansOf(pictures.length);
  const onServer = pictures.filter(({ url }) => url !== '');
  return (
    <div className="absolute inset-0 grid auto-rows-fr grid-cols-6 gap-1 overflow-hidden rounded-md">
      {pictures.map((picture, index) => (
        <a
          key={index}
          href={picture.url || undefined}
          onClick={(event) => {
            if (picture.url === '' || !isPlainClick(event)) return;
            event.preventDefault();
            open({ name: 'pictures', pictures: onServer, index: onServer.indexOf(picture) });
          }}
          className={`relative overflow-hidden rounded-[3px] bg-pressed -outline-offset-2 ${spans[index]}`}
        >
          <Picture picture={picture} alone={pictures.length === 1} waiting={waiting} />
        </a>
      ))}
    </div>
  );
};
