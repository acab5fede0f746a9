import { useState } from 'react';
import { useHydrated } from './use-hydrated';

type WithModuleProps<Module> = {
  as?: 'div' | 'span';
  className?: string;
  /** Null until it is there; on the server it always is. */
  module: Module | null;
  /** What stands there until then, where the server put nothing. */
  meanwhile?: React.ReactNode;
  children: (module: Module) => React.ReactNode;
};

// Says nothing, so that what is there stays.
const AS_IT_IS = { __html: '' };

/** Shows what needs a module that a page fetches. Until then the server's elements stay as they are. */
export const WithModule = <Module,>(props: WithModuleProps<Module>) => {
  const { as: Tag = 'div', className, module, meanwhile, children } = props;
  const hydrated = useHydrated();
  const [fromServer] = useState(!hydrated);
  if (module) return <Tag className={className}>{children(module)}</Tag>;
  if (fromServer)
    return <Tag className={className} suppressHydrationWarning dangerouslySetInnerHTML={AS_IT_IS} />;
  return <Tag className={className}>{meanwhile}</Tag>;
};
