import { useGrammar } from '#use-grammar';
import { WithModule } from '@/lib/with-module';

type Grammar = NonNullable<ReturnType<typeof useGrammar>>;

type WithGrammarProps = {
  as: 'div' | 'span';
  plain: React.ReactNode;
  children: (grammar: Grammar) => React.ReactNode;
};

/** Shows what needs the grammar; what is new is plain until a page has fetched it. */
export const WithGrammar = ({ as, plain, children }: WithGrammarProps) => (
  <WithModule as={as} module={useGrammar()} meanwhile={plain}>
    {children}
  </WithModule>
);
