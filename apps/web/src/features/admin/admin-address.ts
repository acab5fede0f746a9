/** An address of the pages for admins, with what is asked of it. */
export const adminAddress = (path: string, asked: Record<string, string | undefined>) => {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return query.size > 0 ? `${path}?${query}` : path;
};
