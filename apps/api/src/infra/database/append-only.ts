const appendOnly = new WeakSet<object>();

/** For an entity whose rows are only ever added: the database itself refuses to change or remove one. */
export const AppendOnly = (): ClassDecorator => (entity) => void appendOnly.add(entity);

export const isAppendOnly = (entity: unknown): boolean =>
  typeof entity === 'function' && appendOnly.has(entity);
