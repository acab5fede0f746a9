import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { IconButton } from '@/ui/icon-button';
import { clsx } from '@/ui/clsx';
import type { Highlighted } from './highlight';

const COPIED_MS = 2_000;

/** Colours come when the language is there; until then, and without a script, it is plain. */
const useHighlighted = (code: string, lang: string | null) => {
  const [highlighted, setHighlighted] = useState<Highlighted | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (lang)
      void import('./highlight')
        .then(({ highlight }) => highlight(code, lang))
        .then((found) => isCurrent && setHighlighted(found))
        .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [code, lang]);
  return highlighted ?? code;
};

const useCopied = () => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied, setCopied] as const;
};

type CodeBlockProps = { code: string; lang: string | null; className?: string };

/** Lines of code as they are: they scroll inside themselves, and can be taken along. */
export const CodeBlock = ({ code, lang, className }: CodeBlockProps) => {
  const t = useTranslations('text');
  const [copied, setCopied] = useCopied();
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div dir="ltr" className={clsx('group/code relative', className)}>
      <pre
        tabIndex={0}
        role="region"
        aria-label={lang ? t('codeIn', { lang }) : t('code')}
        className="overflow-x-auto rounded-md border border-line bg-hover py-2 ps-3 pe-10 font-mono text-[13px] leading-5 whitespace-pre"
      >
        <code>{useHighlighted(code, lang)}</code>
      </pre>
      <div className="absolute end-1 top-1 opacity-0 transition-opacity duration-100 group-hover/code:opacity-100 focus-within:opacity-100 touch:opacity-100">
        <IconButton label={copied ? t('copied') : t('copyCode')} onClick={copy} className="size-7 bg-raised">
          {copied ? <Check size={15} strokeWidth={2} /> : <Copy size={15} strokeWidth={1.8} />}
        </IconButton>
        <span role="status" className="sr-only">
          {copied && t('copied')}
        </span>
      </div>
    </div>
  );
};
