'use client';
import { Bold, Code, Italic, Link, List, SquareCode, Strikethrough, TextQuote } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { BINDINGS } from '@/features/keyboard/bindings';
import { useKeyNames } from '@/features/keyboard/key-names';
import { IconButton } from '@/ui/icon-button';
import { type Format, format } from './formats';

const ICONS = {
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  link: Link,
  quote: TextQuote,
  list: List,
  code: Code,
  codeBlock: SquareCode,
} satisfies Record<Format, unknown>;

/** What the shortcuts do, as buttons, each with its keys in the title. Loaded when it is asked for. */
export const FormatBar = ({ field }: { field: React.RefObject<HTMLTextAreaElement | null> }) => {
  const t = useTranslations('composer');
  const keyNames = useKeyNames();
  const keysOf = (name: string) => {
    const keys = BINDINGS.find(({ id }) => id === name)?.keys[0];
    return keys ? ` (${keyNames(keys).join(' ')})` : '';
  };
  return (
    <div role="toolbar" aria-label={t('formats')} className="flex flex-wrap gap-0.5 px-1.5 pt-1.5">
      {Object.entries(ICONS).map(([name, Icon]) => (
        <IconButton
          key={name}
          label={t(name as Format)}
          title={t(name as Format) + keysOf(name)}
          // The selection stays where it is.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => format(field.current, name as Format)}
        >
          <Icon size={16} strokeWidth={1.9} aria-hidden="true" />
        </IconButton>
      ))}
    </div>
  );
};
