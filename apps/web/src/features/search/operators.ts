export const OPERATORS = ['from', 'in', 'before', 'after', 'has'] as const;
export type Operator = (typeof OPERATORS)[number];

export type Filter = { operator: Operator; value: string; text: string };

const FILTER = /(?<![^\s])(from|in|before|after|has):("[^"]*"|[^\s"]+)/gi;

/** The operators in what was typed that say something, in their order. */
export const filtersIn = (q: string): Filter[] =>
  [...q.matchAll(FILTER)].map(([text, operator = '', value = '']) => ({
    operator: operator.toLowerCase() as Operator,
    value: value.replace(/^"|"$/g, ''),
    text,
  }));

/** What was typed, without one of its operators. */
export const withoutFilter = (q: string, { text }: Filter) =>
  q.replace(text, ' ').replace(/\s+/g, ' ').trim();

/** What was typed, with an operator begun at its end. */
export const withOperator = (q: string, operator: Operator) => `${q.trimEnd()} ${operator}:`.trimStart();
