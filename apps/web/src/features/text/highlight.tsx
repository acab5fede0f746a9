import { createLowlight } from 'lowlight';
import { Fragment } from 'react';
import { languageOf, loadLanguage } from './languages';

export type Highlighted = React.ReactNode;

type Tree = ReturnType<ReturnType<typeof createLowlight>['highlight']>;
type Part = Tree['children'][number];

/** The few colours that code has here; each has enough contrast in both themes. */
const LOOKS: [string, RegExp][] = [
  ['text-muted italic', /comment|quote|meta/],
  ['text-ok', /string|regexp|addition|symbol|char/],
  ['text-danger', /deletion/],
  ['text-link', /keyword|built_in|literal|number|type|selector|tag|name|variable/],
  ['font-semibold', /title|section|attr|property|function/],
];

const lookOf = (classes: unknown) => {
  const name = Array.isArray(classes) ? classes.join(' ') : '';
  return LOOKS.find(([, pattern]) => pattern.test(name))?.[0];
};

const elements = (parts: readonly Part[]): React.ReactNode =>
  parts.map((part, index) => {
    if (part.type === 'text') return <Fragment key={index}>{part.value}</Fragment>;
    if (part.type !== 'element') return null;
    return (
      <span key={index} className={lookOf(part.properties.className)}>
        {elements(part.children as Part[])}
      </span>
    );
  });

const lowlight = createLowlight();

/** The code with its parts coloured; null for a language that is not known here. */
export const highlight = async (code: string, lang: string): Promise<Highlighted | null> => {
  const language = languageOf(lang);
  if (!language) return null;
  if (!lowlight.registered(language)) lowlight.register(language, await loadLanguage(language));
  return elements(lowlight.highlight(language, code).children);
};
