'use client';
import { useMemo } from 'react';
import type { AttachmentListProps } from './attachment-list';
import { FileRow } from './file-row';
import { blocksOf, frameStyle, type Block } from './frames';
import { Gallery } from './gallery';
import { Film, Sound } from './player';
import { shownBefore } from './shown-file';

type ContentProps = { block: Block; waiting: boolean };

const Content = ({ block: { kind, files }, waiting }: ContentProps) => {
  const [file] = files;
  if (kind === 'pictures') return <Gallery pictures={files} waiting={waiting} />;
  if (kind === 'film') return <Film file={file} />;
  return kind === 'sound' ? <Sound file={file} /> : <FileRow file={file} />;
};

/** The files of a message in their order. Each has its place at once, which keeps its size when they come. */
export const AttachmentContent = ({ files, unsent = [] }: AttachmentListProps) => {
  const waiting = unsent.length > 0;
  const blocks = useMemo(() => blocksOf(waiting ? unsent.map(shownBefore) : files), [files, unsent, waiting]);
  return (
    <div className="my-1 grid justify-items-start gap-1.5">
      {blocks.map((block, index) => (
        <div key={index} className="relative min-w-0" style={frameStyle(block)}>
          <Content block={block} waiting={waiting} />
        </div>
      ))}
    </div>
  );
};
